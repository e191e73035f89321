import { access, readFile } from "node:fs/promises";
import { ownUrl } from "#own-url";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { getMimeType } from "hono/utils/mime";
import { HttpFailure } from "../base/http-failure.js";

/** The built page, relative to `own-url`. A constant, so that no bundler treats the URL as an asset. */
const builtPage = "../dist/page/connect/assets/";

export const defaultPageFolder: URL = new URL(builtPage, ownUrl);

/** The Connect page's scripts and styles. */
export function createPageAssets(folder: URL): Hono {
  const app = new Hono();
  app.get("/connect/assets/:name{[\\w.-]+}", etag(), async (context) => {
    const name = context.req.param("name");
    const file = await readAsset(new URL(name, folder));
    if (!file) return context.text("The Connect page has no such file.\n", 404);
    context.header("content-type", getMimeType(name) ?? "application/octet-stream");
    context.header("x-content-type-options", "nosniff");
    context.header("cache-control", "no-cache");
    return context.body(file);
  });
  return app;
}

/**
 * Checks that the page has been built before its HTML is sent.
 *
 * @throws {HttpFailure} 503 naming the command to run.
 */
export async function requirePage(folder: URL): Promise<void> {
  try {
    await access(new URL("page.js", folder));
  } catch {
    throw new HttpFailure(503, "PAGE_NOT_BUILT", "The Connect page is not built yet. Run `pnpm build` and reload.");
  }
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
