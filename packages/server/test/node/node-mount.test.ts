import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import express from "express";
import fastify from "fastify";
import { describe, expect, it, onTestFinished } from "vitest";
import { createNotificationHandler, createTokenHandler } from "../../src/index.js";
import { toNodeHandler } from "../../src/node.js";
import { clientSecret, sign, signature } from "../notification/endpoint.js";
import { createApi, listen, startSandbox } from "../support/support.js";

const startHandler = async () =>
  createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane", onLog: () => {} });

function createNotifications() {
  const heard: unknown[] = [];
  const onNotification = ({ event }: { event: unknown }): void => void heard.push(event);
  return { heard, handle: createNotificationHandler({ clientSecret, signature, onNotification, onLog: () => {} }) };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("the bytes of a body that was read before are taken from", () => {
  const event = { eventId: "e1", name: "José 🦦" };
  type Keep = (request: IncomingMessage, bytes: Buffer) => object;
  it.each<[string, Keep]>([
    ["rawBody", (request, bytes) => Object.assign(request, { rawBody: bytes, body: {} })],
    ["rawBody as another view", (request, bytes) => Object.assign(request, { rawBody: new Uint8Array(bytes) })],
    ["rawBody as text", (request, bytes) => Object.assign(request, { rawBody: bytes.toString() })],
    ["rawBody of a framework's request", (request, bytes) => ({ raw: request, rawBody: bytes })],
    ["rawBody of Koa's request", (request, bytes) => ({ req: request, request: { rawBody: bytes.toString() } })],
    ["a body that was parsed as bytes", (request, bytes) => Object.assign(request, { body: bytes })],
  ])("%s", async (_, keep) => {
    const { handle, heard } = createNotifications();
    const listener = toNodeHandler(handle);
    const url = await listen(async (request, response) => {
      const kept = keep(request, await readAll(request));
      if ("req" in kept) Object.assign(kept, { res: response });
      await listener(kept as never, "raw" in kept ? { raw: response } : "req" in kept ? () => {} : response);
    });

    const { status } = await fetch(url, { method: "POST", ...sign(event) });

    expect([status, heard]).toEqual([200, [event]]);
  });

  it("rawBody alone when a stream stands still beside it", async () => {
    const { handle, heard } = createNotifications();
    const listener = toNodeHandler(handle);
    const url = await listen(async (request, response) => {
      const [bytes] = (await once(request, "data")) as [Buffer];
      request.pause();
      await listener(Object.assign(request, { rawBody: bytes }), response);
    });

    const { status } = await fetch(url, { method: "POST", ...sign(event) });

    expect([status, heard]).toEqual([200, [event]]);
  });

  it("nowhere when nothing has kept them: the answer says what to do", async () => {
    const { handle, heard } = createNotifications();
    const app = express();
    app.use(express.json());
    app.post("/", toNodeHandler(handle));

    const response = await fetch(await listen(app as never), { method: "POST", ...sign(event) });

    expect(response.status).toBe(500);
    expect(await response.text()).toContain("request.rawBody");
    expect(heard).toEqual([]);
  });

  it("a rawBody with a wrong signature is refused", async () => {
    const { handle, heard } = createNotifications();
    const listener = toNodeHandler(handle);
    const url = await listen(async (request, response) => {
      await readAll(request);
      await listener(Object.assign(request, { rawBody: Buffer.from('{"eventId":"forged"}') }), response);
    });

    expect((await fetch(url, { method: "POST", ...sign(event) })).status).toBe(401);
    expect(heard).toEqual([]);
  });
});

describe("Fastify's reply", () => {
  it("keeps what plugins have set, and the handler's own win", async () => {
    const app = fastify();
    onTestFinished(() => app.close());
    app.addHook("onRequest", async (_, reply) => {
      reply.headers({
        "access-control-allow-origin": "https://app.example.com",
        "cache-control": "public",
        "content-length": "7",
        vary: "Accept-Language, Origin",
        "set-cookie": ["a=1", "b=2"],
        "x-number": 7,
      });
    });
    app.post("/token", toNodeHandler(await startHandler()));

    const { headers, json } = await app.inject({ method: "POST", url: "/token" });

    expect(headers).toMatchObject({
      "access-control-allow-origin": "https://app.example.com",
      "cache-control": "no-store",
      vary: "accept-language, origin, sec-fetch-site",
      "set-cookie": ["a=1", "b=2"],
      "x-number": "7",
    });
    expect(json()).toHaveProperty("session_token");
  });
});

it("cookies and vary of middleware before it stay on the answer", async () => {
  const app = express();
  app.use((_, response, next) => {
    response.cookie("session", "1").vary("Accept-Encoding");
    next();
  });
  const answer = new Response("ok", { headers: { "set-cookie": "own=2", vary: "origin" } });
  app.get(
    "/",
    toNodeHandler(() => Promise.resolve(answer)),
  );

  const { headers } = await fetch(await listen(app as never));

  expect(headers.getSetCookie()).toEqual(["session=1; Path=/", "own=2"]);
  expect(headers.get("vary")).toBe("accept-encoding, origin");
});

describe("what a framework hands over", () => {
  type Wrap = (request: IncomingMessage, response: ServerResponse) => [object, object?];
  it.each<[string, Wrap]>([
    ["request and response of Node's", (request, response) => [request, response]],
    [
      "a request whose raw is a body",
      (request, response) => [Object.assign(request, { raw: Buffer.from("{}") }), response],
    ],
    ["a request whose raw is nothing", (request, response) => [Object.assign(request, { raw: null }), response]],
    ["a request whose raw is text", (request, response) => [Object.assign(request, { raw: "{}" }), response]],
    [
      "a request whose raw has headers of its own",
      (request, response) => [Object.assign(request, { raw: { headers: { host: "evil.example" } } }), response],
    ],
    ["Fastify's two", (request, response) => [{ raw: request, headers: {} }, { raw: response }]],
    [
      "hapi's request and toolkit",
      (req, res) => [{ raw: { req, res }, headers: {}, method: "post" }, { abandon: Symbol("abandon") }],
    ],
    ["Koa's context and next", (req, res) => [{ req, res, request: {}, response: {} }, () => {}]],
    ["h3's event", (req, res) => [{ node: { req, res }, headers: new Headers() }]],
  ])("is understood: %s", async (_, wrap) => {
    const listener = toNodeHandler(await startHandler());
    const url = await listen((request, response) => {
      const [given, second] = wrap(request, response);
      void listener(given as never, second);
    });

    expect((await fetch(url, { method: "POST" })).status).toBe(200);
  });

  it.each<[string, unknown, unknown]>([
    ["nothing", undefined, undefined],
    ["a request alone", { headers: {}, method: "POST" }, undefined],
    ["a request of Fetch", new Request("http://localhost"), {}],
    ["a text", "POST", "200"],
  ])("cannot be answered when it is %s, which is said with the remedy", async (_, given, response) => {
    const called = toNodeHandler(await startHandler())(given as never, response as object);

    await expect(called).rejects.toThrow(TypeError);
    await expect(called).rejects.toThrow("README");
  });
});
