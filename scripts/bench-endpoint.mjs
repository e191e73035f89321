// A server of the benchmark: a bare handler and the token endpoint of one build, with and without Redis, by the path asked.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [build, redisPath] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${build}/${name}.js`).href);
const { createHumanApi, createMemoryStore, createTokenHandler } = await load("index");
const { toNodeHandler } = await load("node");
const token = "x".repeat(43);
const constant = JSON.stringify({ session_token: token, expires_in: 3600 });

/** Human API, without the way to it. */
const answer = async () => Response.json({ session_token: token, human_id: "1234567890", expires_in: 3600 });

const createApi = (options = {}) =>
  createHumanApi({ clientId: "client-id", clientSecret: "client-secret", fetch: answer, onLog() {}, ...options });

const identify = ({ headers }) => /\bperson=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1];
const createEndpoint = (options) =>
  toNodeHandler(createTokenHandler({ humanApi: createApi(options), identify, onLog() {} }));

/** The least that a server can do. */
function bare(_, response) {
  response.setHeader("content-type", "application/json");
  response.end(constant);
}

const handlers = { "/bare": bare, "/memory": createEndpoint() };
if (redisPath) {
  const { openNodeRedis } = await import("../test/stores/recipes/node-redis.ts");
  const { store } = await openNodeRedis(redisPath);
  handlers["/redis"] = createEndpoint({ store });
}

/** @returns Bytes in use for so many users whose tokens are kept. */
async function weigh(users) {
  const store = createMemoryStore({ maxEntries: 10 * users, maxBytes: 10_000 * users });
  const humanApi = createApi({ store });
  const connect = (index) => humanApi.connectToken(`user-${index}@example.org`);
  // What is compiled and made with the first calls is no user's.
  for (let index = 0; index < 1000; index++) await connect(index);
  const [before, already] = [collect(), store.size];
  for (let index = 1000; index < users + 1000; index++) await connect(index);
  const bytes = collect() - before;
  return { bytes, entries: (store.size - already) / users };
}

function collect() {
  for (let round = 0; round < 4; round++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const server = createServer((request, response) => void handlers[request.url](request, response));
server.keepAliveTimeout = 0;
server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, () => process.send({ port: server.address().port }));
process.on("message", async ({ weigh: users }) => {
  if (users) return process.send(await weigh(users));
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000 });
});
process.on("disconnect", () => process.exit());
