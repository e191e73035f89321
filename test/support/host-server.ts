import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { at } from "../../alias.ts";
import { kept } from "./kept.ts";

/** A site that embeds Connect, on an origin of its own, with the sandbox behind it. */
export interface HostServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** While true, `/vendor.js` (the vendor's script) answers 404. */
  isScriptDown: boolean;
  /** While set, what `/token` answers instead of a token. */
  tokenAnswer: Answer | undefined;
  close(): Promise<void>;
}

const types: Record<string, string> = { js: "text/javascript", css: "text/css", map: "application/json" };

/** Serves the built harness pages at `/<face>` and mints tokens at `/token?user=`. */
export async function startHostServer(): Promise<HostServer> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const host = {
    url: "",
    sandbox,
    isScriptDown: false,
    tokenAnswer: undefined as Answer | undefined,
    async close() {
      await closeServer(server);
      await sandbox.close();
    },
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    answer(url, host).then(
      ({ status = 200, type = "text/html; charset=utf-8", body, headers = {} }) =>
        response.writeHead(status, { "content-type": type, ...headers }).end(body),
      (error: unknown) => response.writeHead(500, { "content-type": "text/plain" }).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return host;
}

export interface Answer {
  status?: number;
  type?: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

async function answer(url: URL, { sandbox, isScriptDown, tokenAnswer }: HostServer): Promise<Answer> {
  const [, first = "", ...rest] = url.pathname.split("/");
  if (first === "token" && tokenAnswer) return tokenAnswer;
  if (first === "token")
    return { type: "application/json", body: await mintGrant(sandbox, url.searchParams.get("user") ?? "ada") };
  if (first === "vendor.js") return isScriptDown ? { status: 404, body: "" } : readVendorScript(sandbox);
  if (first === "assets") return readAsset(rest.join("/"));
  const csp = url.searchParams.get("csp");
  return { body: harnessPage(first), headers: csp ? { "content-security-policy": csp } : {} };
}

/** What a customer's backend does: a session token, or an id token when the service refuses it with 403. */
async function mintGrant(sandbox: Sandbox, user: string): Promise<string> {
  const ask = (type: string): Promise<Response> =>
    fetch(`${sandbox.authUrl}/v1/connect/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        client_id: sandbox.clientId,
        client_secret: sandbox.clientSecret,
        client_user_id: user,
        type,
      }),
    });
  const session = await ask("session");
  const { session_token, id_token, expires_in } = await (session.status === 403 ? await ask("id") : session).json();
  return JSON.stringify(session_token ? { session_token, expires_in } : { id_token, expires_in });
}

async function readVendorScript(sandbox: Sandbox): Promise<Answer> {
  const script = await fetch(`${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`);
  return { type: "text/javascript", body: await script.text() };
}

async function readAsset(name: string): Promise<Answer> {
  const file = join(at("test/dist"), name);
  if (!file.startsWith(at("test/dist"))) return { status: 404, body: "" };
  return {
    body: await readFile(file),
    type: types[name.split(".").at(-1)!] ?? "application/octet-stream",
    headers: kept,
  };
}

function harnessPage(face: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${face}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/styles.css">
    <script type="module" src="/assets/${face}.js"></script>
  </head>
  <body><main><div id="root"></div></main><footer style="height:300vh">the rest of the page</footer></body>
</html>`;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
