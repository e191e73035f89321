// One of several servers that share a Redis: it writes down what it begins and ends, and can be made to hold on to its work.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createNotificationHandler } from "@human-connect/server";
import { toNodeHandler } from "@human-connect/server/node";
import { createClient } from "redis";
import { openNodeRedis } from "./recipes/node-redis.ts";

const [path = "", claimMs = ""] = process.argv.slice(2);
const { store } = await openNodeRedis(path);
const book = createClient({ socket: { path, tls: false } });
await book.connect();
let isHolding = false;
let held = 0;

const handle = createNotificationHandler({
  clientSecret: "secret",
  signature: "unsigned",
  store,
  claimMs: Number(claimMs),
  // Nothing is answered before its work has ended.
  answerWithinMs: 30_000,
  onLog: () => {},
  async onNotification({ event }) {
    const line = `${String((event as Record<string, unknown>)["eventId"])} ${process.pid}`;
    await book.rPush("begun", line);
    if (isHolding) {
      held += 1;
      process.send?.({ held });
      return new Promise(() => {});
    }
    await book.rPush("ended", line);
  },
});

process.on("message", () => (isHolding = true));
process.on("disconnect", () => process.exit());
const node = toNodeHandler(handle);
const server = createServer((request, response) => void node(request, response));
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
