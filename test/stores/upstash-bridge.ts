import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "redis";
import { onTestFinished } from "vitest";

/** Speaks to a Redis server over HTTP as Upstash's service does, for its own client. @returns The address. */
export async function startUpstashBridge(path: string): Promise<string> {
  const redis = createClient({ socket: { path, tls: false }, disableOfflineQueue: true });
  redis.on("error", () => {});
  await redis.connect();
  const run = async (command: unknown[]): Promise<{ result: unknown } | { error: string }> => {
    try {
      return { result: encode(await redis.sendCommand(command.map(String))) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readText(request)) as unknown[];
    const isPipeline = request.url?.startsWith("/pipeline") ?? false;
    const answer = isPipeline ? await Promise.all((body as unknown[][]).map(run)) : await run(body);
    response.statusCode = "error" in answer ? 400 : 200;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    redis.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The client asks for texts in base64. */
const encode = (reply: unknown): unknown =>
  typeof reply === "string" && reply !== "OK" ? Buffer.from(reply).toString("base64") : reply;

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk as string;
  return text;
}
