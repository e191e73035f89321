import type { RequestListener } from "node:http";
import { createHumanApi, createTokenHandler, type HumanApiOptions } from "@human-connect/server";
import { toNodeHandler } from "@human-connect/server/node";

export type EndpointOptions = Pick<HumanApiOptions, "authUrl"> & Partial<HumanApiOptions>;

/** A backend's token endpoint on the sandbox's application. A cookie tells who is signed in. */
export function createEndpoint(options: EndpointOptions): RequestListener {
  const quiet = (): void => {};
  const humanApi = createHumanApi({
    clientId: "sandbox-client-id",
    clientSecret: "sandbox-client-secret",
    onLog: quiet,
    ...options,
  });
  const handle = toNodeHandler(
    createTokenHandler<unknown>({
      humanApi,
      onLog: quiet,
      identify: ({ headers }) => /\bperson=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1],
    }),
  );
  return (request, response) => void handle(request, response);
}
