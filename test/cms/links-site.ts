import { readFileSync } from "node:fs";
import { createSandbox } from "@human-connect/sandbox";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { kept } from "../support/kept.ts";

/** A site whose template has the tag of `human-connect.js`, with pages of any content, on the sandbox. */
export interface LinksSite {
  readonly url: string;
  /** What was asked of the site beyond its pages and the kit, by method and path. */
  readonly asked: string[];
  /** Modules of the pages, by path. */
  readonly modules: Record<string, string>;
  /** Sets the next page. `%TAG%` is the attributes of a tag of the script that make it run and open Connect. */
  show(html: string, policy?: string): void;
  close(): Promise<void>;
}

/**
 * Lets only scripts with a nonce run. Not with `'strict-dynamic'`, because WebKitGTK then runs every module of a page, with a nonce or without.
 * WebKit's driver evaluates its expressions in the page.
 */
export const noncePolicy = "script-src 'nonce-R4nd0m' 'unsafe-eval'; base-uri 'none'";

export async function startLinksSite(): Promise<LinksSite> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const script = readFileSync(at("packages/element/dist/human-connect.js"));
  const asked: string[] = [];
  const modules: Record<string, string> = {};
  const next = { html: "", policy: "" };
  const settings =
    `type="module" src="/human-connect.js" nonce="R4nd0m" data-token-url="/token" data-base-url="${sandbox.connectUrl}" ` +
    `data-client-url="${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js"`;
  const server = await listen(
    ({ url, method }) => {
      const { pathname } = new URL(url);
      if (pathname === "/human-connect.js")
        return new Response(script, { headers: { "content-type": "text/javascript", ...kept } });
      if (modules[pathname]) return new Response(modules[pathname], { headers: { "content-type": "text/javascript" } });
      if (pathname === "/page") {
        const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${next.html}`;
        const headers = { "content-type": "text/html", ...(next.policy && { "content-security-policy": next.policy }) };
        return new Response(html.replaceAll("%TAG%", settings), { headers });
      }
      asked.push(`${method} ${pathname}`);
      return pathname === "/token"
        ? Response.json({ token: sandbox.mintToken("jane") })
        : new Response("", { status: 404 });
    },
    0,
    "localhost",
  );
  return {
    url: `${server.url}/page`,
    asked,
    modules,
    show(html, policy = "") {
      Object.assign(next, { html, policy });
      asked.length = 0;
    },
    close: async () => void (await Promise.all([server.close(), sandbox.close()])),
  };
}
