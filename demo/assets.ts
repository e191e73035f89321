import { readFile } from "node:fs/promises";
import { Hono, type Context } from "hono";
import { etag } from "hono/etag";
import { getMimeType } from "hono/utils/mime";
import { icon } from "./icon.ts";

/**
 * The page's built scripts and styles, its icon, and the kit's one file for pages without a build.
 *
 * @param folder What was built for the page.
 * @param elementFile The kit's file.
 */
export function createAssets(folder: URL, elementFile: URL): Hono {
  const app = new Hono();
  app.get("/icon.svg", (context) =>
    context.body(icon, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=86400" }),
  );

  app.get("/assets/:name{[\\w.-]+}", etag(), (context) => serve(context, new URL(context.req.param("name"), folder)));
  app.get("/human-connect.js", etag(), (context) => serve(context, elementFile));
  return app;
}

async function serve(context: Context, url: URL): Promise<Response> {
  const file = await readAsset(url);
  if (!file) return context.text("No such file. Was the demo built? Run `pnpm build`.\n", 404);
  context.header("content-type", getMimeType(url.pathname) ?? "application/octet-stream");
  context.header("cache-control", "no-cache");
  return context.body(file);
}

async function readAsset(url: URL): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(url));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR") return undefined;
    throw error;
  }
}
