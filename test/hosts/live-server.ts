import { WebSocketServer } from "ws";

/** The server's side of Phoenix LiveView, as far as one view needs it: the join, and a patch of its first text. */
export interface LiveServer {
  readonly url: string;
  /** Sends everybody another text. */
  push(): void;
  close(): Promise<void>;
}

type Message = [joinRef: string | null, ref: string | null, topic: string, event: string, payload: unknown];

/** @param content HTML of the view, behind the text that changes. */
export async function startLiveServer(content: string): Promise<LiveServer> {
  let count = 0;
  const joined = new Map<
    WebSocketServer["clients"] extends Set<infer Client> ? Client : never,
    [string | null, string]
  >();
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  server.on("connection", (client) => {
    client.on("message", (data: Buffer) => {
      const [joinRef, ref, topic, event] = JSON.parse(data.toString("utf8")) as Message;
      if (event === "phx_join") joined.set(client, [joinRef, topic]);
      const rendered = { 0: text(count), s: ["<p>", `</p>${content}`] };
      const response = event === "phx_join" ? { rendered, liveview_version: "1.2.12" } : {};
      const reply: Message = [joinRef, ref, topic, "phx_reply", { status: "ok", response }];
      client.send(JSON.stringify(reply));
    });
  });
  const { port } = server.address() as { port: number };
  return {
    url: `ws://127.0.0.1:${port}/live`,
    push() {
      count++;
      for (const [client, [joinRef, topic]] of joined) {
        const diff: Message = [joinRef, null, topic, "diff", { 0: text(count) }];
        client.send(JSON.stringify(diff));
      }
    },
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const text = (count: number): string => `Version ${count}`;
