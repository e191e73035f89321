import { createServer } from "node:http";
import { connect as connect2, createServer as createServer2, type ClientHttp2Session } from "node:http2";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { createNotificationHandler, createTokenHandler } from "../../src/index.js";
import { type NodeResponse, toNodeHandler } from "../../src/node.js";
import { clientSecret, sign, signature } from "../notification/endpoint.js";
import { createApi, createLogBook, listen, startSandbox } from "../support/support.js";

type Handler = (request: Request) => Promise<Response>;

/** What a server answers to a head and a body as they are written. */
async function sendRaw(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

async function startHttp2(handler: Handler): Promise<ClientHttp2Session> {
  const listener = toNodeHandler(handler);
  const server = createServer2((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  return client;
}

const tellUrl: Handler = (request) => Promise.resolve(new Response(request.url));

describe("a target in absolute form", () => {
  it.each([
    ["http://app.example.com:3000/token?reason=expired", "http://app.example.com:3000/token?reason=expired"],
    ["HTTP://app.example.com/token", "http://app.example.com/token"],
    ["https://app.example.com", "https://app.example.com/"],
    ["http://app.example.com?a=1", "http://app.example.com/?a=1"],
  ])("%s is the address", async (target, url) => {
    const origin = await listen(toNodeHandler(tellUrl));

    const answer = await sendRaw(origin, `POST ${target} HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n`);

    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain(`\r\n\r\n${url}`);
  });

  it.each(["http://a@b/", "http://a b/", "ftp://app.example.com/", "app.example.com:443"])(
    "%s is answered 400 and leads nowhere",
    async (target) => {
      const answered: string[] = [];
      const url = await listen(toNodeHandler((request) => (answered.push(request.url), tellUrl(request))));

      const answer = await sendRaw(
        url,
        `POST ${target} HTTP/1.1\r\nHost: app.example.com\r\nConnection: close\r\n\r\n`,
      );

      expect([answer.slice(0, 13), answered]).toEqual(["HTTP/1.1 400 ", []]);
    },
  );
});

it("a question about the whole server is answered like any other that is no POST", async () => {
  const handle = createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane" });
  const url = await listen(toNodeHandler(handle));

  const answer = await sendRaw(url, "OPTIONS * HTTP/1.1\r\nHost: app.example.com\r\nConnection: close\r\n\r\n");

  expect(answer).toMatch(/^HTTP\/1.1 405 /);
});

describe("over HTTP/2", () => {
  it("a body that does not say how long it is arrives", async () => {
    const client = await startHttp2(async (request) => new Response(await request.text()));
    const stream = client.request({ ":method": "POST", ":path": "/" });

    stream.end("a body");

    let text = "";
    for await (const chunk of stream) text += String(chunk);
    expect(text).toBe("a body");
  });

  it("a request that ends with its headers has no body", async () => {
    const client = await startHttp2((request) => Promise.resolve(Response.json({ hasBody: request.body !== null })));
    const stream = client.request({ ":method": "POST", ":path": "/" }, { endStream: true });

    let text = "";
    for await (const chunk of stream) text += String(chunk);
    expect(JSON.parse(text)).toEqual({ hasBody: false });
  });

  it("the authority is the host", async () => {
    const client = await startHttp2(tellUrl);
    const stream = client.request({ ":method": "POST", ":path": "/a", ":authority": "app.example.com:443" });

    let text = "";
    for await (const chunk of stream.end()) text += String(chunk);
    expect(text).toBe("http://app.example.com:443/a");
  });

  it("the request of a client that leaves is aborted, and the server goes on", async () => {
    const [arrived, aborted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const client = await startHttp2(async ({ signal }) => {
      signal.addEventListener("abort", () => aborted.resolve());
      arrived.resolve();
      await aborted.promise;
      return new Response("nobody reads this");
    });
    const stream = client.request({ ":method": "POST", ":path": "/" }, { endStream: true }).on("error", () => {});
    await arrived.promise;

    stream.close(8);

    await aborted.promise;
  });
});

describe("a client that leaves in the middle of its body", () => {
  it.each([
    ["the token endpoint", 400],
    ["the notification endpoint", 400],
  ])("is no failure of %s", async (name, status) => {
    const { onLog, records } = createLogBook();
    const handle = name.includes("token")
      ? createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane", onLog })
      : createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog });
    const answered = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const listener = toNodeHandler(handle);
    const server = createServer((request, response) => {
      arrived.resolve();
      listener(request, response).then(answered.resolve, answered.reject);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {});
    socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
    await arrived.promise;

    socket.destroy();
    await answered.promise;

    expect(records).toEqual([expect.objectContaining({ status, code: "body-incomplete" })]);
  });
});

it("a request whose client has gone before is aborted from the start", async () => {
  let isAborted: boolean | undefined;
  const handle = toNodeHandler(({ signal }) => {
    isAborted = signal.aborted;
    return Promise.resolve(new Response());
  });
  const done = Promise.withResolvers<void>();
  const url = await listen((request, response) => {
    response.once("close", () => handle(request, response).then(done.resolve, done.reject));
    request.socket.destroy();
  });

  await fetch(url).catch(() => {});
  await done.promise;

  expect(isAborted).toBe(true);
});

describe("an adapter of a serverless platform", () => {
  /** What such adapters make of an event. */
  async function send(
    parts: object,
    body: string | undefined,
    handler: Handler,
  ): Promise<{ status: number; text: string }> {
    const sent = { status: 0, text: "" };
    const response: NodeResponse = {
      headersSent: false,
      writableFinished: false,
      statusCode: 200,
      setHeader: () => {},
      end(bytes) {
        Object.assign(sent, { status: this.statusCode, text: Buffer.from(bytes as string).toString() });
      },
    };
    const stream = Readable.from(body === undefined ? [] : [body], { objectMode: false });
    const request = Object.assign(stream, { method: "POST", url: "/", headers: { host: "localhost" } }, parts);
    await toNodeHandler(handler)(request as never, response);
    return sent;
  }

  it("that has decoded a header is understood", async () => {
    const headers = { host: "localhost", "x-city": "日本", "x-name": "José" };

    const { text } = await send({ headers }, undefined, (request) =>
      Promise.resolve(Response.json([request.headers.get("x-city"), request.headers.get("x-name")])),
    );

    const [city = "", name] = JSON.parse(text) as string[];
    expect(Buffer.from(city, "latin1").toString()).toBe("日本");
    expect(name).toBe("José");
  });

  it("that says nothing of the body's length loses no notification", async () => {
    const { body, headers } = sign({ eventId: "e1" });
    const heard: unknown[] = [];
    const onNotification = ({ event }: { event: unknown }): void => void heard.push(event);
    const handle = createNotificationHandler({ clientSecret, signature, onNotification, onLog: () => {} });

    const { status } = await send({ headers: { host: "localhost", ...headers } }, body, handle);

    expect([status, heard]).toEqual([200, [{ eventId: "e1" }]]);
  });

  it.each([true, 7, null, undefined, [1, 2], []])("may write %j into a header", async (value) => {
    const headers = { host: "localhost", "x-odd": value };

    expect((await send({ headers }, undefined, tellUrl)).status).toBe(200);
  });
});
