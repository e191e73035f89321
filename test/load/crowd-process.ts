// A crowd of browsers, in a process of its own so that its work does not slow the server that it asks.
import { Agent, request } from "node:http";
import type { CrowdAnswer, CrowdResult, Wave } from "./crowd.ts";

let agent = new Agent();

process.on("message", (wave: Wave) => void play(wave).then((result) => process.send?.(result)));

/** Everybody asks at the same moment, and nobody asks twice: what goes wrong is seen. */
async function play(wave: Wave): Promise<CrowdResult> {
  // Connections are kept from one wave to the next.
  if (agent.maxSockets !== wave.connections)
    agent = new Agent({ keepAlive: true, maxSockets: wave.connections, maxFreeSockets: wave.connections });
  const startedAt = performance.now();
  const asked = Array.from({ length: wave.requests }, (_, index) => ask(wave, `user-${index % wave.people}`));
  const answers = await Promise.all(asked);
  return { answers, elapsedMs: performance.now() - startedAt };
}

function ask(wave: Wave, person: string): Promise<CrowdAnswer> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const settle = (status: number, cacheControl: string | undefined, body: string): void =>
      resolve({ person, status, cacheControl, body, ms: performance.now() - startedAt });
    const outgoing = request({
      host: "127.0.0.1",
      port: wave.port,
      path: "/api/human-connect/token",
      method: "POST",
      agent,
      headers: {
        cookie: `person=${person}`,
        origin: `http://127.0.0.1:${wave.port}`,
        "sec-fetch-site": "same-origin",
        "content-length": "0",
      },
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => settle(0, undefined, error.code ?? error.message));
    outgoing.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => (body += text));
      response.on("error", (error: NodeJS.ErrnoException) => settle(0, undefined, error.code ?? error.message));
      response.on("end", () => settle(response.statusCode ?? 0, response.headers["cache-control"], body));
    });
    outgoing.end();
  });
}
