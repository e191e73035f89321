import { readFileSync } from "node:fs";
import { renderButtonHtml } from "@human-connect/element";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { kept } from "../support/kept.ts";
import { bundle } from "./bundle.ts";
import { startLiveServer, type LiveServer } from "./live-server.ts";
import type { SoftLibrary } from "./soft-libraries.ts";

/** The button of both pages. */
interface SoftButton {
  readonly attributes: string;
  /** The token comes when it is given. */
  readonly awaitsToken: boolean;
  /** It is written with a declarative shadow root. */
  readonly isServed: boolean;
  /** It is a link, and another one beside it gets no token. */
  readonly isLink: boolean;
}

/** Two pages, `/one` and `/two`, each with a button of the same id, that a library goes between. */
export interface SoftSite {
  readonly sandbox: Sandbox;
  /** The address of the first page. */
  pageUrl(button?: Partial<SoftButton>): string;
  /** Answers those who wait for a token, now and from now on. */
  giveToken(): void;
  close(): Promise<void>;
}

const element = readFileSync(at("packages/element/dist/human-connect.js"));

/** Starts a site that uses a library. */
export async function startSoftSite(library: SoftLibrary): Promise<SoftSite> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const plain: SoftButton = { attributes: "", awaitsToken: false, isServed: false, isLink: false };
  let button = plain;
  let isGiven = Promise.resolve();
  let giveToken = (): void => {};
  let version = 0;
  const content = (): string => {
    const url = sandbox.connectUrl;
    if (button.isLink)
      return `<p><a id="hc" href="${library.body?.includes("hx-boost") ? "" : "/connect"}#human-connect=button">Share</a> <a id="refused" href="#human-connect=refused">Share</a></p>`;
    if (button.isServed) return renderButtonHtml({ id: "hc", "token-url": "/token", "base-url": url }, "Share");
    const addresses = `base-url="${url}" client-url="${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js"`;
    return `<div style="block-size:24rem"><human-connect-button id="hc" ${library.keep ?? ""} ${button.attributes} ${addresses} token-url="/token">Share</human-connect-button></div>`;
  };
  /** Attributes of the script's tag, for links. */
  const settings = (): string => {
    const all = { "base-url": sandbox.connectUrl, "client-url": `${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js` };
    const names = JSON.stringify({ refused: { "token-url": "/refused", ...all } });
    const more = {
      "token-url": "/token",
      "close-on-unmount": "",
      "initial-connections": '[{"id":"a1","name":"Alder Clinic"}]',
    };
    return Object.entries({ ...all, ...more, names })
      .map(([name, value]) => `data-${name}='${value}'`)
      .join(" ");
  };
  let live: LiveServer | undefined;
  const script = await bundle(library.code);
  const built = await library.build?.();
  const site = await listen(answer, 0, "localhost");

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const type = { "content-type": "text/javascript", ...kept };
    if (pathname === "/library.js") return new Response(script, { headers: type });
    if (pathname === "/element.js") return new Response(element, { headers: type });
    if (pathname === "/token") {
      await isGiven;
      return Response.json({ session_token: sandbox.mintToken("user-1"), expires_in: 3600 });
    }
    if (pathname === "/refused") return Response.json({ error: { code: "no" } }, { status: 500 });
    if (pathname === "/push") {
      live?.push();
      return new Response(null, { status: 204 });
    }
    if (pathname !== "/one" && pathname !== "/two") {
      const file = built?.read(pathname);
      return new Response(file ?? null, { status: file ? 200 : 404, headers: type });
    }
    if (library.code.includes("LiveSocket") && pathname === "/one") {
      await live?.close();
      live = await startLiveServer(content());
    }
    // A frame that names its own source once more would be empty.
    const html = request.headers.has("turbo-frame") ? page(pathname).replace(' src="/one"', "") : page(pathname);
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  function page(path: string): string {
    const wrap = library.wrap ?? ((inner: string) => `<main id="main">${inner}</main>`);
    const inner = `<p id="version">Version ${++version}</p><p id="path">${path}</p>${content()}`;
    if (built) return built.read(path)!.replace("%CONTENT%", inner);
    return `<!doctype html><html lang="en"><head><title>${path}</title><link rel="icon" href="data:,">${library.head ?? ""}
      ${live ? `<meta name="live" content="${live.url}">` : ""}
      <script type="module" src="/element.js" ${button.isLink ? settings() : ""}></script><script type="module" src="/library.js"></script></head>
      <body ${library.body ?? ""}><nav><a id="one" href="/one">One</a> <a id="two" href="/two">Two</a></nav>${wrap(inner)}</body></html>`;
  }

  return {
    sandbox,
    pageUrl(given) {
      button = { ...plain, ...given };
      isGiven = new Promise((resolve) => (giveToken = resolve));
      if (!button.awaitsToken) giveToken();
      return `${site.url}/one`;
    },
    giveToken: () => giveToken(),
    close: async () => void (await Promise.all([site.close(), live?.close(), sandbox.close()])),
  };
}
