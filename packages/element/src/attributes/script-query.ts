import type { ElementsConfiguration } from "./configure-elements.js";

/**
 * What the address of a script says to `configureElements`: `?client-origins=https://cdn.example`, several with commas between
 * them, likewise `connect-origins` and `token-origins`, and `prefetch-token`. Anything else in it is none of ours.
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
