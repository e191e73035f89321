// The servers of the benchmark: the host's, the vendor's CDN and Connect, by HTTP/2 and TLS as in life, each behind a shaper of its own.
import { createSecureServer } from "node:http2";
import { createCertificate } from "./certificate.mjs";
import { networks } from "./networks.mjs";
import { createLine, startShaper } from "./shaper.mjs";

/** @typedef {{ status?: number, type?: string, body?: string | Uint8Array, headers?: Record<string, string>, delayMs?: number }} Reply */

/**
 * Starts a server for each host.
 *
 * @param {Record<string, (request: { path: string, method: string, host: string }) => Reply | undefined>} hosts What each one answers. `*`
 * answers for all others.
 * @returns {Promise<{ args: string[], setNetwork: (name: string) => void, close: () => void }>} `args`: arguments for Chromium.
 */
export async function startServers(hosts) {
  const { key, cert, fingerprint } = createCertificate();
  const line = createLine(networks.none);
  const rules = [];
  const closers = [];
  for (const [host, answer] of Object.entries(hosts)) {
    const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
      const { authority, method, url } = request;
      reply(response, answer({ path: url, method, host: authority ?? request.headers.host }) ?? { status: 404 });
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const shaper = await startShaper(line, server.address().port);
    rules.push(`MAP ${host}:443 127.0.0.1:${shaper.port}`);
    closers.push(shaper.close, () => server.close());
  }
  return {
    args: [`--host-resolver-rules=${rules.join(",")}`, `--ignore-certificate-errors-spki-list=${fingerprint}`],
    setNetwork: (name) => (line.network = networks[name]),
    close: () => closers.forEach((close) => close()),
  };
}

function reply(response, { status = 200, type = "text/html", body = "", headers, delayMs = 0 }) {
  const send = () => {
    if (response.destroyed) return;
    response.writeHead(status, {
      "content-type": `${type}; charset=utf-8`,
      "access-control-allow-origin": "*",
      ...headers,
    });
    response.end(body);
  };
  if (delayMs) setTimeout(send, delayMs);
  else send();
}
