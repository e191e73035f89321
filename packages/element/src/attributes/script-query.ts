import type { ElementsConfiguration } from "./configure-elements.js";

/**
 * Options of `configureElements` from the URL of a script: `?client-origins=https://cdn.example`, a comma-separated list, likewise
 * `connect-origins` and `token-origins`, and `prefetch-token`. Other parameters are ignored.
 */
export function readScriptQuery(address: string): ElementsConfiguration {
  const { searchParams } = new URL(address);
  const origins = (name: string): string[] | undefined =>
    searchParams.has(name)
      ? searchParams
          .getAll(name)
          .flatMap((list) => list.split(","))
          .map((origin) => origin.trim())
      : undefined;
  return {
    clientOrigins: origins("client-origins"),
    connectOrigins: origins("connect-origins"),
    tokenOrigins: origins("token-origins"),
    prefetchToken: searchParams.has("prefetch-token") ? searchParams.get("prefetch-token") !== "false" : undefined,
  } as ElementsConfiguration;
}
