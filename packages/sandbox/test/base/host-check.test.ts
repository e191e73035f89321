import { request } from "node:http";
import { connect } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/index.js";
import { startSandbox } from "../start-sandbox.js";

interface Answer {
  status: number | undefined;
  text: string;
}

/** Asks for a token as a page of that name would: the browser writes the name, and the connection leads here. */
function ask(sandbox: Sandbox, host: string, path = "/v1/connect/token"): Promise<Answer> {
  const { port } = new URL(sandbox.url);
  const { clientId: client_id, clientSecret: client_secret } = sandbox;
  const body = JSON.stringify({ client_id, client_secret, client_user_id: "jane", type: "session" });
  const headers = { host, "content-type": "application/json", "content-length": body.length };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method: "POST", path, headers, setHost: false }, (response) => {
      let text = "";
      response.on("data", (data) => (text += String(data)));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const withPort = (sandbox: Sandbox, name: string): string => `${name}:${new URL(sandbox.url).port}`;

describe("a call by a name", () => {
  it.each([
    "localhost",
    "LOCALHOST",
    "app.localhost",
    "a.b.localhost",
    "localhost.",
    "127.0.0.1",
    "127.1.2.3",
    "0x7f.1",
    "[::1]",
    "[::ffff:7f00:1]",
  ])("of this machine is answered: %s", async (name) => {
    const sandbox = await startSandbox();

    expect((await ask(sandbox, withPort(sandbox, name))).status).toBe(200);
    expect((await ask(sandbox, name)).status).toBe(200);
  });

  it.each([
    "rebound.example",
    "localhost.rebound.example",
    "localhost-rebound.example",
    "notlocalhost",
    "127.0.0.1.rebound.example",
    "192.168.1.5",
    "0.0.0.0",
    "[::]",
    "[fe80::1]",
    "localhost:80@rebound.example",
    "rebound.example#localhost",
    "a b",
    "",
  ])("of anybody else is answered by no service, and with the name of the option: %j", async (name) => {
    const sandbox = await startSandbox();
    for (const path of [
      "/v1/connect/token",
      "/",
      "/humanapi-connect-client@latest.js",
      "/v1/human/sources",
      "/nothing",
    ]) {
      const { status, text } = await ask(sandbox, name, path);

      expect([400, 403]).toContain(status);
      expect(text).not.toMatch(/session_token|sandbox-client/);
      if (status === 403) expect(text).toMatch(/--allowed-host NAME.*allowedHosts/);
    }
    expect(sandbox.requests).toEqual([]);
  });

  it("is refused over HTTP/1.0 without one, and for a WebSocket", async () => {
    const sandbox = await startSandbox();
    const send = async (head: string): Promise<string> => {
      const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
      socket.write(`${head}\r\n\r\n`);
      let text = "";
      for await (const chunk of socket) text += String(chunk);
      return text.slice(9, 12);
    };

    expect(await send("GET / HTTP/1.0")).toMatch(/^40[03]$/);
    expect(await send("GET / HTTP/1.1\r\nConnection: close")).toBe("400");
    const upgrade =
      "Connection: upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AA==";
    expect(await send(`GET / HTTP/1.1\r\nHost: rebound.example\r\n${upgrade}`)).toBe("403");
  });

  it("that it was told is answered, and no other one", async () => {
    const sandbox = await startSandbox({ allowedHosts: ["sandbox", "Connect.Example."] });

    const statuses = [];
    for (const name of ["sandbox", "connect.example", "localhost", "sandbox.example"])
      statuses.push((await ask(sandbox, withPort(sandbox, name))).status);

    expect(statuses).toEqual([200, 200, 200, 403]);
  });

  it("is answered for the address that it listens on", async () => {
    const sandbox = await startSandbox({ host: "127.0.0.1" });

    expect((await ask(sandbox, withPort(sandbox, "127.0.0.1"))).status).toBe(200);
    expect((await ask(sandbox, withPort(sandbox, "rebound.example"))).status).toBe(403);
  });

  it("is answered for any address and for this machine's name where other machines may call, and for no other name", async () => {
    const sandbox = await startSandbox({ host: "0.0.0.0" });
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []);

    for (const name of ["192.168.1.5", "[fd00::5]", hostname(), ...addresses.filter((one) => !one.includes(":"))])
      expect([name, (await ask(sandbox, withPort(sandbox, name))).status]).toEqual([name, 200]);
    expect((await ask(sandbox, withPort(sandbox, "rebound.example"))).status).toBe(403);
  });
});

it.each([[["http://sandbox"]], [["sandbox:4600"]], [["a b"]], [[""]], [["*"]], [["*.example.com"]]])(
  "refuses allowedHosts that are none: %j",
  async (allowedHosts) => {
    await expect(startSandbox({ allowedHosts })).rejects.toThrow(/option allowedHosts/);
  },
);
