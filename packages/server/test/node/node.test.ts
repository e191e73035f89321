import { createServer, request as nodeRequest, type Server } from "node:http";
import { createServer as createServer2, connect as connect2 } from "node:http2";
import type { AddressInfo } from "node:net";
import express from "express";
import fastify from "fastify";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTokenHandler } from "../../src/index.js";
import { toNodeHandler } from "../../src/node.js";
import { countCalls, createApi, startSandbox } from "../support/support.js";

type WithSession = { headers: Record<string, unknown>; session?: { user?: string } };

/** Who is signed in, as a framework's middleware would leave it on the request. */
const identify = (_: Request, { session }: WithSession): string | null => session?.user ?? null;
const signIn = (request: WithSession): void => {
  if (request.headers["cookie"] === "user=jane") request.session = { user: "jane" };
};

const path = "/api/human-connect/token";

const frameworks: Record<string, (handle: ReturnType<typeof createTokenHandler<WithSession>>) => Promise<string>> = {
  "node:http": async (handle) => {
    const listener = toNodeHandler(handle);
    return listen(
      createServer((request, response) => {
        signIn(request);
        void listener(request, response);
      }),
    );
  },
  "Express 5": async (handle) => {
    const app = express();
    app.use((request, _, next) => {
      signIn(request as WithSession);
      next();
    });
    app.all(path, toNodeHandler(handle));
    return listen(createServer(app));
  },
  "Express 5 with body parsers, mounted under a path": async (handle) => {
    const app = express();
    app.use(express.json(), express.urlencoded(), express.text());
    const router = express.Router();
    router.use((request, _, next) => {
      signIn(request as WithSession);
      next();
    });
    router.all("/token", toNodeHandler(handle));
    app.use("/api/human-connect", router);
    return listen(createServer(app));
  },
  Fastify: async (handle) => {
    const app = fastify();
    app.decorateRequest("session", undefined);
    app.addHook("onRequest", (request, _, done) => {
      signIn(request as WithSession);
      done();
    });
    app.all(path, toNodeHandler(handle));
    await app.listen({ port: 0, host: "127.0.0.1" });
    onTestFinished(() => app.close());
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  },
};

describe.each(Object.entries(frameworks))("mounted in %s", (name, mount) => {
  const start = async (): Promise<{ url: string; calls: () => number }> => {
    const sandbox = await startSandbox();
    const handle = createTokenHandler<WithSession>({ humanApi: createApi(sandbox), identify, onLog: () => {} });
    return { url: (await mount(handle)) + path, calls: () => countCalls(sandbox) };
  };
  const cookie = { cookie: "user=jane" };

  it("gives a token to whoever is signed in", async () => {
    const { url } = await start();

    const response = await fetch(url, { method: "POST", headers: cookie });

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(Object.keys((await response.json()) as object)).toEqual(["session_token", "expires_in"]);
  });

  it("gives a new one when the old one was refused", async () => {
    const { url, calls } = await start();
    await fetch(url, { method: "POST", headers: cookie });

    await fetch(`${url}?reason=expired`, { method: "POST", headers: cookie });

    expect(calls()).toBe(2);
  });

  it("takes an empty JSON object for a body", async () => {
    const { url } = await start();
    const headers = { ...cookie, "content-type": "application/json" };

    expect((await fetch(url, { method: "POST", headers, body: "{}" })).status).toBe(200);
  });

  it.each<[string, RequestInit, number]>([
    ["nobody is signed in", { method: "POST" }, 401],
    ["it comes from another site", { method: "POST", headers: { ...cookie, origin: "https://evil.example" } }, 403],
    ["it is a GET", { method: "GET", headers: cookie }, 405],
  ])("refuses when %s", async (_, init, status) => {
    const { url, calls } = await start();

    const response = await fetch(url, init);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String) } });
    expect(calls()).toBe(0);
  });

  if (!name.includes("parsers") && name !== "Fastify")
    it.each<[string, BodyInit, string, number]>([
      ["a form", "a=1", "application/x-www-form-urlencoded", 415],
      ["far too much", "x".repeat(5_000_000), "application/json", 413],
    ])("refuses %s, and the connection goes on", async (_, body, type, status) => {
      const { url } = await start();

      const refused = await fetch(url, { method: "POST", headers: { ...cookie, "content-type": type }, body });

      expect(refused.status).toBe(status);
      expect((await fetch(url, { method: "POST", headers: cookie })).status).toBe(200);
    });
});

describe("the adapter", () => {
  const serve = (handler: (request: Request) => Promise<Response>): Promise<string> => {
    const listener = toNodeHandler(handler);
    return listen(createServer((request, response) => void listener(request, response)));
  };

  it("hands over address, method, headers and body as they were sent", async () => {
    let seen: unknown;
    const url = await serve(async (request) => {
      seen = {
        url: request.url,
        method: request.method,
        type: request.headers.get("content-type"),
        twice: request.headers.get("x-two"),
        body: await request.text(),
      };
      return new Response("ok");
    });

    await fetch(`${url}/a%20b?c=d&c=e`, {
      method: "PUT",
      headers: [
        ["content-type", "text/x"],
        ["x-two", "1"],
        ["x-two", "2"],
      ],
      body: "ä🦦",
    });

    expect(seen).toEqual({ url: `${url}/a%20b?c=d&c=e`, method: "PUT", type: "text/x", twice: "1, 2", body: "ä🦦" });
  });

  it("sends status, headers, cookies and bytes as they were given", async () => {
    const bytes = Uint8Array.from([0, 255, 128]);
    const url = await serve(() =>
      Promise.resolve(
        new Response(bytes, {
          status: 418,
          headers: [
            ["x-a", "1"],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2"],
          ],
        }),
      ),
    );

    const response = await fetch(url);

    expect([response.status, response.headers.get("x-a")]).toEqual([418, "1"]);
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it("aborts the request when the client goes away", async () => {
    const [arrived, aborted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const url = await serve(async ({ signal }) => {
      signal.addEventListener("abort", () => aborted.resolve());
      arrived.resolve();
      await aborted.promise;
      return new Response("nobody reads this");
    });
    const controller = new AbortController();
    const asked = fetch(url, { method: "POST", signal: controller.signal }).catch(() => {});

    await arrived.promise;
    controller.abort();

    await Promise.all([aborted.promise, asked]);
  });

  it("does not abort a request that was answered", async () => {
    let signal: AbortSignal | undefined;
    const url = await serve((request) => {
      ({ signal } = request);
      return Promise.resolve(new Response("ok"));
    });

    await (await fetch(url, { headers: { connection: "close" } })).text();
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(signal!.aborted).toBe(false);
  });

  it("answers 500 when a handler fails, without its words", async () => {
    const url = await serve(() => Promise.reject(new Error("secret")));

    const response = await fetch(url);

    expect([response.status, await response.text()]).toEqual([500, ""]);
  });

  it.each(["a b", "a/b@c:x", ""])("answers 400 to the host %j", async (host) => {
    const url = await serve(() => Promise.resolve(new Response("ok")));

    const status = await new Promise((resolve, reject) => {
      const sent = nodeRequest(url, { headers: { host }, setHost: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      sent.end();
    });

    expect(status).toBe(400);
  });

  it("serves HTTP/2", async () => {
    const listener = toNodeHandler(
      async (request) => new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`),
    );
    const server = createServer2((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const client = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(() => {
      client.destroy();
      server.close();
    });

    const stream = client.request({ ":method": "POST", ":path": "/token", "content-length": "4" });
    stream.end("body");
    let text = "";
    for await (const chunk of stream) text += String(chunk);

    expect(text).toBe("POST /token body");
  });
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
