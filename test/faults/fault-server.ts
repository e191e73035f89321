import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { at } from "../../alias.ts";
import { kept } from "../support/kept.ts";
import type { PageOptions } from "./fault.ts";
import { puppetHtml } from "./puppet-page.ts";

/** Three origins: a host page, a Connect page that says what it is told, and a stranger. */
export interface FaultServer {
  readonly hostUrl: string;
  readonly sandbox: Sandbox;
  /** Address of a host page. */
  pageUrl(options?: PageOptions): string;
  /** Ends every connection and drops what is asked, or answers again: for engines whose driver cannot take the network away. */
  setOffline(isOffline: boolean): void;
  /** Paths and queries that Connect was asked for in vain. */
  readonly dropped: readonly string[];
  close(): Promise<void>;
}

const { resolve } = createRequire(import.meta.url);
/** The vendor's builds on npm, by version. */
const vendorScripts: Record<string, Buffer> = {
  "2.3.1": readFileSync(resolve("humanapi-connect-client-2.3")),
  "2.4.1": readFileSync(resolve("humanapi-connect-client")),
};
const vendorScript = vendorScripts["2.4.1"]!;
const folders: Record<string, string> = {
  assets: "test/dist",
  core: "packages/core/dist",
  element: "packages/element/dist",
};
/** Images that have not come yet. */
const held = new Set<ServerResponse>();
/** Pages that have seen the CDN fail once. */
const failedFor = new Set<string | null>();
const types: Record<string, string> = { js: "text/javascript", css: "text/css", map: "application/json" };

export async function startFaultServer(): Promise<FaultServer> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const referers: (string | null)[] = [];
  const connect = await listen((request, response) => answerAsConnect(request, response, referers));
  const seen: string[] = [];
  const stranger = await listen((request, response) => answerAsStranger(request.url!, response, seen));
  const host = await listen((request, response) => {
    answerAsHost(request, response, { connect: connect.url, stranger: stranger.url, legacy: sandbox.legacyUrl }).catch(
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return {
    hostUrl: host.url,
    sandbox,
    dropped: connect.dropped,
    setOffline: (isOffline) => [host, connect].forEach((each) => each.setOffline(isOffline)),
    pageUrl: (options = {}) => `${host.url}/page?${new URLSearchParams({ options: JSON.stringify(options) })}`,
    close: async () => void (await Promise.all([host, connect, stranger, sandbox].map((each) => each.close()))),
  };
}

async function answerAsHost(
  request: IncomingMessage,
  response: ServerResponse,
  origins: Record<string, string>,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
  const [, first = "", ...rest] = pathname.split("/");
  if (first === "page") {
    const options = JSON.parse(searchParams.get("options") ?? "{}") as PageOptions;
    return sendHtml(response, hostHtml(options, origins), options.headers);
  }
  const folder = folders[first];
  if (folder) return sendFile(response, folder, rest.join("/"));
  if (first === "script") return answerAsCdn(response, rest[0]!, searchParams.get("page"));
  if (first === "npm") return answerAsBundle(response, rest[0]!.replace(".js", ""));
  // A page has not loaded before its images are there.
  if (first === "held") return void held.add(response);
  if (first === "let-go") {
    for (const waiting of held) waiting.writeHead(204).end();
    held.clear();
  }
  response
    .writeHead(first === "elsewhere" ? 200 : 404, { "content-type": "text/html" })
    .end("<title>Elsewhere</title>");
}

/** A page that does what it is told; it remembers what it was asked for by name, and its script says that it has run. */
function answerAsStranger(path: string, response: ServerResponse, seen: string[]): void {
  if (path === "/seen") {
    const body = JSON.stringify(seen.splice(0));
    return void response.writeHead(200, { "access-control-allow-origin": "*" }).end(body);
  }
  if (path.startsWith("/stranger")) seen.push(path);
  if (path.startsWith("/stranger.js")) {
    const headers = { "content-type": "text/javascript", "access-control-allow-origin": "*" };
    return void response.writeHead(200, headers).end("window.pwned = true;");
  }
  sendHtml(response, puppetHtml);
}

/** The vendor's package as bundlers make a module of it. */
function answerAsBundle(response: ServerResponse, version: string): void {
  const body = `const module = { exports: {} };
(function (exports) { ${String(vendorScripts[version])} }).call(globalThis, module.exports);
export default module.exports;`;
  response.writeHead(200, { "content-type": "text/javascript" }).end(body);
}

/** A CDN on a good day, and on every bad one. */
function answerAsCdn(response: ServerResponse, day: string, page: string | null): void {
  const script = { "content-type": "text/javascript", "access-control-allow-origin": "*" };
  const answers: Record<string, () => unknown> = {
    "good.js": () => response.writeHead(200, script).end(vendorScript),
    "2.3.1.js": () => response.writeHead(200, script).end(vendorScripts["2.3.1"]),
    "2.4.1.js": () => response.writeHead(200, script).end(vendorScripts["2.4.1"]),
    "tampered.js": () => response.writeHead(200, script).end(`${String(vendorScript)}\nwindow.tampered = true;`),
    "html.js": () => sendHtml(response, "<!doctype html><title>Maintenance</title>"),
    "junk.js": () => response.writeHead(200, script).end("window.HumanConnect = 42;"),
    "throws.js": () => response.writeHead(200, script).end("throw new Error('broken build')"),
    "late.js": () =>
      setTimeout(() => response.writeHead(200, script).end(`${String(vendorScript)}\nwindow.tampered = true;`), 300),
    // Never answered: the browser waits.
    "hang.js": () => {},
    "drop.js": () => response.destroy(),
    "first-fails.js"() {
      if (failedFor.has(page)) return response.writeHead(200, script).end(vendorScript);
      failedFor.add(page);
      return response.writeHead(503).end();
    },
  };
  (answers[day] ?? (() => response.writeHead(404).end()))();
}

/** The Connect page. `?headers=` sets the page's own headers, `?behaviour=` what goes wrong with it. */
function answerAsConnect(request: IncomingMessage, response: ServerResponse, referers: (string | null)[]): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://connect");
  if (pathname === "/referers") {
    const body = JSON.stringify(referers.splice(0));
    return void response.writeHead(200, { "access-control-allow-origin": "*" }).end(body);
  }
  const script = /^\/script\/(.+)/.exec(pathname)?.[1];
  if (script) {
    referers.push(request.headers.referer ?? null);
    return answerAsCdn(response, script, null);
  }
  if (pathname.startsWith("/images/") || request.method === "HEAD") return void response.writeHead(204).end();
  if (searchParams.has("token")) referers.push(request.headers.referer ?? null);
  const behaviour = searchParams.get("behaviour");
  if (behaviour === "hang") return;
  if (behaviour?.startsWith("error")) return void response.writeHead(500).end();
  // The vendor writes the address of its splash image after whatever query the base has.
  const headers = searchParams.get("headers")?.replace(/[^}]*$/, "") ?? "{}";
  sendHtml(response, puppetHtml, JSON.parse(headers) as Record<string, string>);
}

function hostHtml({ head = "", body = "" }: PageOptions, origins: Record<string, string>): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Host</title>
    <link rel="icon" href="data:,">
    <script type="application/json" id="origins">${JSON.stringify(origins)}</script>
    ${head}
    <script type="module" src="/assets/faults.js"></script>
  </head>
  <body><main><button id="opener">Connect</button> <input id="field" aria-label="Name"></main>${body}</body>
</html>`;
}

function sendHtml(response: ServerResponse, html: string, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
}

async function sendFile(response: ServerResponse, folder: string, name: string): Promise<void> {
  const type = types[name.split(".").at(-1)!] ?? "application/octet-stream";
  const body = await readFile(join(at(folder), normalize(`/${name}`)));
  response.writeHead(200, { "content-type": type, ...kept }).end(body);
}

interface Listening {
  readonly url: string;
  readonly dropped: string[];
  setOffline(isOffline: boolean): void;
  close(): Promise<void>;
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Listening> {
  const dropped: string[] = [];
  let isDropping = false;
  const server: Server = createServer((request, response) => {
    if (!isDropping) return answer(request, response);
    dropped.push(request.url!);
    response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dropped,
    setOffline(isOffline) {
      isDropping = isOffline;
      if (isOffline) server.closeAllConnections();
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
