// What each host of the benchmark answers.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

export const addresses = {
  host: "https://app.test",
  script: "https://cdn.test/humanapi-connect-client@2.4.1.js",
  connect: "https://connect.test/",
  light: "https://connect.test/light",
};

/** Milliseconds that a backend needs for a token, and Connect for its page. */
const delays = { token: 200, connect: 100 };

const vendor = readFileSync(
  new URL("../../node_modules/humanapi-connect-client/build/humanapi-connect-client.js", import.meta.url),
);

/** What the Connect page loads: about as much as a small application. */
const application = `/* ${randomBytes(48_000).toString("base64")} */`;

const tell = `addEventListener("load", () => parent.postMessage({ bench: "loaded" }, "*"));`;
const pages = {
  "/": `<!doctype html><title>Connect</title><script src="/app.js"></script><script>${tell}</script><h1>Connect</h1>`,
  "/light": `<!doctype html><title>Connect</title><script>${tell}</script><h1>Connect</h1>`,
};

/** Scripts that the peers load when they are mounted, with the least that keeps them going. */
const peerScripts = {
  "cdn.plaid.com": `window.Plaid = { create: ({ onLoad }) => { setTimeout(() => onLoad?.()); return { open() {}, exit() {}, destroy() {}, submit() {} }; } };`,
  "ah-cdn.merge.dev": `window.MergeLink = { initialize(config) { config.onReady?.(); }, openLink() {} };`,
};

const script = (body) => ({
  type: "text/javascript",
  body: brotliCompressSync(body),
  headers: { "content-encoding": "br" },
});
const vendorReply = script(vendor);

/**
 * @param {{ answer: (request: { path: string }) => import("../network/servers.mjs").Reply | undefined }} site The host's own pages.
 * @returns The hosts for `startServers`.
 */
export function createHosts(site) {
  let issued = 0;
  const token = (delayMs) => ({
    type: "application/json",
    body: JSON.stringify({ session_token: `token-${(issued += 1)}`, expires_in: 3600 }),
    delayMs,
  });
  return {
    "app.test": (request) => {
      const path = request.path.split("?")[0];
      if (path === "/token") return token(delays.token);
      return path === "/token-now" ? token(0) : site.answer(request);
    },
    "cdn.test": () => vendorReply,
    "connect.test": ({ path }) => {
      const { pathname } = new URL(path, addresses.connect);
      if (pathname === "/app.js") return { type: "text/javascript", body: application };
      if (pathname.endsWith(".svg"))
        return { type: "image/svg+xml", body: `<svg xmlns="http://www.w3.org/2000/svg"/>` };
      return {
        body: pages[pathname],
        delayMs: pathname === "/" ? delays.connect : 0,
        status: pages[pathname] ? 200 : 404,
      };
    },
    "*": ({ host }) => (peerScripts[host] ? script(peerScripts[host]) : undefined),
  };
}
