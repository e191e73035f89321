import { createServer, type RequestListener } from "node:http";
import { connect as connect2, createServer as createServer2 } from "node:http2";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import express from "express";
import fastify from "fastify";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createTokenHandler } from "../../src/index.js";
import { type NodeRequest, type NodeResponse, toNodeHandler } from "../../src/node.js";
import { createApi, listen, startSandbox } from "../support/support.js";

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

const startHandler = async () =>
  createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane", onLog: () => {} });

/** What a server answers to bytes that no client of HTTP would send. */
async function sendRaw(origin: string, head: string): Promise<{ status: number; headers: string; body: string }> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  const [headers = "", body = ""] = text.split("\r\n\r\n");
  return { status: Number(headers.split(" ")[1]), headers, body };
}

const mounts: Record<string, () => Promise<string>> = {
  "node:http": async () => {
    const listener = toNodeHandler(await startHandler());
    return listen((request, response) => void listener(request, response));
  },
  "Express 5": async () => {
    const app = express();
    app.all("/token", toNodeHandler(await startHandler()));
    return listen(app as RequestListener);
  },
  Fastify: async () => {
    const app = fastify();
    app.all("/token", toNodeHandler(await startHandler()));
    await app.listen({ port: 0, host: "127.0.0.1" });
    onTestFinished(() => app.close());
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  },
};

describe.each(Object.entries(mounts))("TRACE in %s", (_, mount) => {
  it("is answered 405, and the server goes on", async () => {
    const origin = await mount();

    const answer = await sendRaw(origin, "TRACE /token HTTP/1.1\r\nHost: localhost");

    expect(answer.status).toBe(405);
    expect(answer.headers.toLowerCase()).toContain("\r\nallow: post\r\n");
    expect(JSON.parse(answer.body)).toEqual({ error: { code: "method-not-allowed", message: "Use POST." } });
    expect((await fetch(`${origin}/token`, { method: "POST" })).status).toBe(200);
  });
});

it.each(["TRACE", "TRACK", "trace"])("HTTP/2 answers the method %s with 405, and goes on", async (method) => {
  const listener = toNodeHandler(await startHandler());
  const server = createServer2((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const ask = async (asked: string): Promise<number> => {
    const stream = client.request({ ":method": asked, ":path": "/token" }, { endStream: true });
    const answered = Promise.withResolvers<number>();
    stream.on("response", (headers) => answered.resolve(headers[":status"]!));
    stream.on("error", answered.reject).resume();
    return answered.promise;
  };

  expect(await ask(method)).toBe(405);
  expect(await ask("POST")).toBe(200);
});

interface Sent {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** A response as adapters of serverless platforms make it, and what was sent by it. */
function createResponse(overrides: Partial<NodeResponse> = {}): { response: NodeResponse; sent: Sent } {
  const sent: Sent = { status: 0, headers: {}, body: "" };
  const response: NodeResponse = {
    headersSent: false,
    writableFinished: false,
    statusCode: 200,
    setHeader: (name, value) => (sent.headers[name] = value),
    removeHeader: (name) => delete sent.headers[name],
    end(body) {
      sent.status = this.statusCode;
      sent.body = Buffer.from(body as string).toString();
    },
    once: () => {},
    ...overrides,
  };
  return { response, sent };
}

const requestOf = (parts: object): NodeRequest =>
  Object.assign(Readable.from([]), { method: "POST", url: "/", headers: { host: "localhost" } }, parts) as NodeRequest;

const echo = (request: Request): Promise<Response> =>
  Promise.resolve(Response.json(Object.fromEntries(request.headers)));

describe("a request that Fetch refuses", () => {
  it.each<[string, object]>([
    ["an address of another server", { url: "ftp://elsewhere.example/" }],
    ["an address with credentials", { url: "http://user:password@elsewhere.example/" }],
    ["an address that is none", { url: "elsewhere.example:443" }],
    ["a header of two lines", { headers: { host: "localhost", "x-name": "a\nb: c" } }],
    ["a header with a NUL", { headers: { host: "localhost", "x-name": "a\0b" } }],
    ["a name that is none", { headers: { host: "localhost", "x name": "a" } }],
    ["an empty name", { headers: { host: "localhost", "": "a" } }],
    ["a method that is none", { method: "GET /" }],
    ["no headers", { headers: undefined }],
  ])("for %s is answered 400", async (_, parts) => {
    const { response, sent } = createResponse();

    await toNodeHandler(echo)(requestOf(parts), response);

    expect(sent.status).toBe(400);
    expect(JSON.parse(sent.body)).toEqual({
      error: { code: "request-malformed", message: expect.stringMatching(/^[A-Z].*\.$/) },
    });
    expect(sent.headers).toMatchObject({ "cache-control": "no-store" });
  });

  it("is not one for numbers as headers, which some adapters write", async () => {
    const { response, sent } = createResponse();

    await toNodeHandler(echo)(
      requestOf({ headers: { host: "localhost", "content-length": 0, "x-empty": null } }),
      response,
    );

    expect(JSON.parse(sent.body)).toEqual({ host: "localhost", "content-length": "0" });
  });
});

describe("a handler that", () => {
  const broken = new ReadableStream({
    start: (controller) => controller.error(new Error("a disk with token=abc")),
  });
  it.each<[string, () => unknown]>([
    [
      "throws at once",
      () => {
        throw new Error("token=abc");
      },
    ],
    ["answers with nothing", () => undefined],
    ["answers with an object", () => Promise.resolve({ status: 200 })],
    ["answers with a body that breaks", () => Promise.resolve(new Response(broken))],
    [
      "answers with a body that was read",
      async () => {
        const response = new Response("a");
        await response.text();
        return response;
      },
    ],
    ["answers with an error of the network", () => Promise.resolve(Response.error())],
    [
      "answers with a header that Node does not send",
      () => Promise.resolve(new Response("a", { headers: { "content-length": "9", "x-a": "\u0001" } })),
    ],
  ])("%s is answered 500, without its words", async (_, handler) => {
    const listener = toNodeHandler(handler as () => Promise<Response>);
    const outcomes: unknown[] = [];
    const url = await listen((request, response) => {
      listener(request, response).then(
        () => outcomes.push("resolved"),
        (error: unknown) => outcomes.push(error),
      );
    });

    const response = await fetch(url);

    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(response.headers.has("x-a")).toBe(false);
    expect(outcomes).toEqual(["resolved"]);
  });

  it("answers without a promise is served as well", async () => {
    const { response, sent } = createResponse();

    await toNodeHandler((() => new Response("ok")) as unknown as () => Promise<Response>)(requestOf({}), response);

    expect([sent.status, sent.body]).toEqual([200, "ok"]);
  });
});

it("a body that a parser has kept as raw is not taken for the request", async () => {
  const { response, sent } = createResponse();

  await toNodeHandler(echo)(Object.assign(requestOf({}), { raw: new TextEncoder().encode("{}") }), response);

  expect(sent.status).toBe(200);
});

it("a connection that takes nothing more is nobody's trouble", async () => {
  const { response } = createResponse({
    setHeader() {
      throw new Error("ERR_HTTP2_INVALID_STREAM");
    },
    end() {
      throw new Error("ERR_HTTP2_INVALID_STREAM");
    },
  });

  await expect(toNodeHandler(echo)(requestOf({}), response)).resolves.toBeUndefined();
});

it("a server of node:http answers a method that it does not know by itself", async () => {
  const listener = toNodeHandler(await startHandler());
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());

  const { status } = await sendRaw(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    "TRACK / HTTP/1.1\r\nHost: localhost",
  );

  expect(status).toBe(400);
});
