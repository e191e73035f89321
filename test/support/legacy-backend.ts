import { serve } from "@hono/node-server";
import type { Sandbox } from "@human-connect/sandbox";
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { AddressInfo } from "node:net";

/** A customer's backend for the legacy Connect, as far as pages of any origin may call it in tests. */
export interface LegacyBackend {
  readonly url: string;
  close(): Promise<void>;
}

/** `GET /public-token?user=` and `POST /finalize`, which keeps the client secret where it belongs. */
export async function startLegacyBackend(sandbox: Sandbox): Promise<LegacyBackend> {
  const app = new Hono();
  const publicTokens = new Map<string, string>();
  app.use(cors());
  app.get("/public-token", (context) => {
    const user = context.req.query("user") ?? "";
    return context.json({ publicToken: publicTokens.get(user) ?? null });
  });
  app.post("/finalize", async (context) => {
    const sessionToken = await context.req.json<object>();
    const tokens = await post(`${sandbox.userUrl}/v1/connect/tokens`, {
      ...sessionToken,
      clientSecret: sandbox.clientSecret,
    });
    const { clientUserId, publicToken, accessToken } = tokens;
    publicTokens.set(clientUserId!, publicToken!);
    const sources = await fetch(`${sandbox.dataUrl}/v1/human/sources`, {
      headers: { authorization: `Bearer ${accessToken!}` },
    });
    return context.json({ publicToken, currentConnections: readSources(await sources.json()) });
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: "localhost" });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function post(url: string, body: object): Promise<Record<string, string>> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return (await response.json()) as Record<string, string>;
}

const readSources = (sources: unknown): object[] =>
  (sources as { source: string; sourceName?: string }[]).map((source) => ({
    id: source.source,
    name: source.sourceName,
  }));
