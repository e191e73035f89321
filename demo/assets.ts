import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { getMimeType } from "hono/utils/mime";
import { icon } from "./icon.ts";

/** The page's built scripts and styles, and its icon. */
export function createAssets(folder: URL): Hono {
  const app = new Hono();
  app.get("/icon.svg", (context) =>
    context.body(icon, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=86400" }),
  );

  app.get("/assets/:name{[\\w.-]+}", etag(), async (context) => {
    const name = context.req.param("name");
    const file = await readAsset(new URL(name, folder));
    if (!file) return context.text("No such file. Was the demo built? Run `pnpm build`.\n", 404);
    context.header("content-type", getMimeType(name) ?? "application/octet-stream");
    context.header("cache-control", "no-cache");
    return context.body(file);
  });
  return app;
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
