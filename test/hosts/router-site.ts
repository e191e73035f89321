import { createSandbox } from "@human-connect/sandbox";
import { listen } from "../../demo/listen.ts";
import type { HostRouter } from "./routers.ts";

/** A site whose pages a router goes between. */
export interface RouterSite {
  readonly url: string;
  close(): Promise<void>;
}

/** What the page notes: what Connect says, and everything that its router hears, asks and loads. */
const notes = `<script>
  window.host = { heard: [], popped: [], asked: 0, loaded: 0 };
  addEventListener("popstate", () => host.popped.push(location.pathname));
</script>`;

const types: Record<string, string> = { js: "text/javascript", css: "text/css", txt: "text/x-component" };

export async function startRouterSite(router: HostRouter): Promise<RouterSite> {
  const sandbox = await createSandbox();
  const find = await router.build();
  const site = await listen(answer, 0, "localhost");

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/token") return Response.json({ session_token: sandbox.mintToken("user-1"), expires_in: 3600 });
    const file = find(pathname)?.replaceAll("http://localhost:1", sandbox.url);
    const type = types[/\.(\w+)$/.exec(pathname)?.[1] ?? ""] ?? "text/html";
    const body = type === "text/html" ? file?.replace(/<head[^>]*>/, (head) => head + notes) : file;
    const headers = { "content-type": `${type}; charset=utf-8` };
    return new Response(body ?? null, { status: body === undefined ? 404 : 200, headers });
  }

  return { url: site.url, close: async () => void (await Promise.all([site.close(), sandbox.close()])) };
}
