import { readFile } from "node:fs/promises";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";

/** A site under the strictest policy for scripts, with markup in it that somebody else has written. */
export interface InjectedSite {
  readonly url: string;
  /** Origin of the one who has written it. */
  readonly stranger: string;
  /** What was asked of the site beyond its pages and the kit, by method and path. */
  readonly asked: string[];
  /** What was asked of the stranger. */
  readonly strangers: string[];
  close(): Promise<void>;
}

const headers = (type: string): Record<string, string> => ({
  "content-type": type,
  "access-control-allow-origin": "*",
});
const policy = [
  "default-src http://localhost:*",
  "script-src 'nonce-R4nd0m' 'strict-dynamic'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types human-connect",
].join("; ");

/** Does no harm: it says that it ran. */
const visitor = `window.ran = [...(window.ran ?? []), document.currentScript.src]; window.HumanConnect = { open() {} };`;

/** @param inject What stands in the page, for each of its addresses. `%STRANGER%` is the stranger's origin. */
export async function startInjectedSite(inject: (path: string) => string): Promise<InjectedSite> {
  const asked: string[] = [];
  const strangers: string[] = [];
  const other = await listen(
    ({ url, method }) => {
      strangers.push(`${method} ${new URL(url).pathname}`);
      const isScript = url.includes(".js");
      const body = isScript ? visitor : JSON.stringify({ session_token: "of-a-stranger" });
      return new Response(body, { headers: headers(isScript ? "text/javascript" : "application/json") });
    },
    0,
    "localhost",
  );
  const server = await listen(
    async ({ url, method }) => {
      const { pathname, search } = new URL(url);
      if (pathname === "/human-connect.js")
        return new Response(await readFile(at("packages/element/dist/human-connect.js")), {
          headers: headers("text/javascript"),
        });
      if (!pathname.startsWith("/page/")) {
        asked.push(`${method} ${pathname}`);
        return pathname.endsWith(".js")
          ? new Response(visitor, { headers: headers("text/javascript") })
          : Response.json({ session_token: "token" });
      }
      const html = `<!doctype html><html lang="en"><title>A comment</title><link rel="icon" href="data:,">
        ${inject(pathname).replaceAll("%STRANGER%", other.url)}
        <script nonce="R4nd0m" type="module" src="/human-connect.js${search}"></script></html>`;
      return new Response(html, { headers: { ...headers("text/html"), "content-security-policy": policy } });
    },
    0,
    "localhost",
  );
  return {
    url: server.url,
    stranger: other.url,
    asked,
    strangers,
    close: async () => void (await Promise.all([server.close(), other.close()])),
  };
}
