import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ownUrl } from "#own-url";
import { Hono } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";

/**
 * The vendor's script under the URLs of its CDN, `/humanapi-connect-client@2.4.1.js` and `…@latest.js`, byte for byte as npm
 * delivers it.
 */
export function createCdn(): Hono {
  const client = readVendorClient();
  const app = new Hono();

  app.get(
    "/:file{humanapi-connect-client(?:@|%40).+\\.js}",
    etag({ retainedHeaders: [...RETAINED_304_HEADERS, "access-control-allow-origin"] }),
    (context) => {
      const wanted = context.req.param("file").slice("humanapi-connect-client@".length, -".js".length);
      context.header("access-control-allow-origin", "*");
      if (wanted !== "latest" && wanted !== client.version) {
        const versions = `${client.version} and latest`;
        return context.text(`The sandbox has no such version of humanapi-connect-client, only ${versions}.\n`, 404);
      }
      context.header("content-type", "text/javascript; charset=utf-8");
      context.header("cache-control", wanted === "latest" ? "no-cache" : "public, max-age=86400");
      return context.body(client.script);
    },
  );

  return app;
}

interface VendorClient {
  version: string;
  script: Uint8Array<ArrayBuffer>;
}

function readVendorClient(): VendorClient {
  const require = createRequire(ownUrl);
  const manifest = readFileSync(require.resolve("humanapi-connect-client/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return { version, script: new Uint8Array(readFileSync(require.resolve("humanapi-connect-client"))) };
}
