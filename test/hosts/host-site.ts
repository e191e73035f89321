import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { kept } from "../support/kept.ts";

/** A library that moves from page to page without loading them, and keeps copies of those that were left. */
export interface PageLibrary {
  readonly name: string;
  /** Its file, as the package names it. */
  readonly file: string;
  /** How a page takes it along. */
  readonly script: string;
  /** Attributes of the body. */
  readonly body: string;
  /** Everything that it has kept, as text. */
  readonly kept: string;
}

/** Two pages, `/one` with Connect and `/two` without, in which a library follows the links. */
export interface HostSite {
  readonly url: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export const libraries: readonly PageLibrary[] = [
  {
    name: "Turbo 8",
    file: "@hotwired/turbo/dist/turbo.es2017-esm.js",
    script: `<script type="module" src="/library.js"></script>`,
    body: "",
    kept: `Object.values(Turbo.session.view.snapshotCache.snapshots).map(({ element }) => element.outerHTML).join("")`,
  },
  {
    name: "htmx 2",
    file: "htmx.org/dist/htmx.min.js",
    script: `<script src="/library.js"></script>`,
    body: `hx-boost="true"`,
    kept: `sessionStorage.getItem("htmx-history-cache") ?? ""`,
  },
];

/** In the page's own markup, as the React and the Vue face have it too. */
const ownBox = `
import { createHumanConnect, cdnClient } from "/core/index.js";
const { sandbox } = document.querySelector("meta[name=sandbox]").dataset;
window.told ??= [];
const start = () => {
  const button = document.querySelector("#own");
  if (!button || button.isStarted) return;
  button.isStarted = true;
  const connect = createHumanConnect({
    getToken: () => fetch("/token", { method: "POST" }).then((response) => response.json()),
    client: cdnClient({ url: sandbox + "/humanapi-connect-client@2.4.1.js" }),
    baseUrl: sandbox,
    container: document.querySelector("#room"),
  });
  button.onclick = () => void connect.open();
  button.connect = connect;
};
start();
for (const type of ["turbo:load", "htmx:load", "htmx:historyRestore"]) document.addEventListener(type, start);
`;

/** Starts a site that uses a library. */
export async function startHostSite(library: PageLibrary): Promise<HostSite> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const server = await listen((request) => answer(new URL(request.url), library, sandbox), 0, "localhost");
  return {
    url: server.url,
    sandbox,
    close: async () => void (await Promise.all([server.close(), sandbox.close()])),
  };
}

async function answer({ pathname }: URL, library: PageLibrary, sandbox: Sandbox): Promise<Response> {
  if (pathname === "/token") return Response.json({ session_token: sandbox.mintToken("ada"), expires_in: 3600 });
  if (pathname === "/library.js") return script(await readFile(createRequire(import.meta.url).resolve(library.file)));
  if (pathname === "/own.js") return script(ownBox);
  if (pathname.startsWith("/core/")) return script(await readFile(join(at("packages/core/dist"), pathname.slice(6))));
  if (pathname === "/element.js") return script(await readFile(at("packages/element/dist/human-connect.js")));
  const main = { "/one": pageOne(sandbox), "/two": "<p>Another page.</p>" }[pathname];
  if (!main) return new Response(null, { status: 404 });
  const html = `<!doctype html><html lang="en"><head><title>${pathname}</title><link rel="icon" href="data:,">
    <meta name="sandbox" data-sandbox="${sandbox.url}">${library.script}
    <script type="module" src="/element.js"></script><script type="module" src="/own.js"></script></head>
    <body ${library.body}><a id="one" href="/one">one</a> <a id="two" href="/two">two</a><main>${main}</main></body></html>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function pageOne({ url }: Sandbox): string {
  const addresses = `token-url="/token" base-url="${url}" client-url="${url}/humanapi-connect-client@2.4.1.js"`;
  return `<div id="box" style="block-size:20rem"><human-connect-button id="inline" inline ${addresses}>In the page</human-connect-button></div>
    <human-connect-button id="modal" ${addresses}>Over the page</human-connect-button>
    <div id="room" style="block-size:20rem"></div><button id="own">In a container</button>`;
}

function script(code: BodyInit): Response {
  return new Response(code, { headers: { "content-type": "text/javascript", ...kept } });
}
