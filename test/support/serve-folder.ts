import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import type { AddressInfo } from "node:net";
import { kept } from "./kept.ts";

/** A static site on a host. */
export interface ServedFolder {
  /** With a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder under a path of its own, as a project's pages are.
 *
 * @param root Relative to the repository.
 * @param path With a slash at the beginning, and none at the end.
 */
export async function serveFolder(root: string, path: string): Promise<ServedFolder> {
  const app = new Hono();
  const rewriteRequestPath = (requested: string): string => requested.slice(path.length);
  const onFound = (_file: string, context: Context): void => context.header("cache-control", kept["cache-control"]);
  app.use(`${path}/*`, serveStatic({ root, rewriteRequestPath, onFound }));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
