import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  /** Origin, as a browser on this machine reaches it. */
  readonly url: string;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/** Serves on a port. @throws Node's error of the port, such as `EADDRINUSE`. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  host: string,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const isEverywhere = host === "0.0.0.0" || host === "::";
  return {
    url: `http://${isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
