import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it, vi } from "vitest";
import { createSandbox, type SandboxOptions } from "../../src/index.js";
import { askToken, callPage, startSandbox } from "../start-sandbox.js";

// Read before the first sandbox of this file starts.
const untouched = { Request: globalThis.Request, Response: globalThis.Response };
const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === "::1"));

describe("a sandbox", () => {
  it("answers on every form of the loopback address", async () => {
    const sandbox = await startSandbox();
    const { port } = new URL(sandbox.url);
    const hosts = ["localhost", "127.0.0.1", ...(hasIpv6 ? ["[::1]"] : [])];

    const answers = await Promise.all(hosts.map((host) => fetch(`http://${host}:${port}/connect/forger.html`)));

    expect(sandbox.url).toBe(`http://localhost:${port}`);
    expect(answers.map(({ status }) => status)).toEqual(hosts.map(() => 200));
  });

  it("gives one origin for all of its services", async () => {
    const { url, authUrl, connectUrl, cdnUrl } = await startSandbox();

    expect([authUrl, connectUrl, cdnUrl]).toEqual([url, url, url]);
  });

  it("takes the host it is given", async () => {
    const sandbox = await startSandbox({ host: "127.0.0.1" });

    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${sandbox.url}/connect/forger.html`)).status).toBe(200);
  });

  it("says which port is taken", async () => {
    const port = Number(new URL((await startSandbox()).url).port);

    await expect(createSandbox({ port })).rejects.toMatchObject({
      name: "SandboxError",
      code: "port-taken",
      message: expect.stringContaining(String(port)),
    });
  });

  it("can take its port again as soon as it is closed", async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    await fetch(sandbox.url);

    await sandbox.close();

    await expect(startSandbox({ port })).resolves.toBeDefined();
  });

  it("says that it cannot listen on a host that is not its own", async () => {
    await expect(createSandbox({ host: "192.0.2.1" })).rejects.toMatchObject({ code: "address-unusable" });
  });

  it.each<[string, SandboxOptions]>([
    ["port", { port: -1 }],
    ["port", { port: 65_536 }],
    ["port", { port: 1.5 }],
    ["host", { host: "" }],
    ["clientId", { clientId: "" }],
    ["clientSecret", { clientSecret: "" }],
    ["application", { application: "" }],
    ["pace", { pace: -1 }],
    ["pace", { pace: Number.NaN }],
    ["session", { expiresInSeconds: { session: -1 } }],
    ["id", { expiresInSeconds: { id: Number.NaN } }],
    ["access", { expiresInSeconds: { access: 0.5 } }],
  ])("refuses an odd %s: %o", async (name, options) => {
    await expect(createSandbox(options)).rejects.toThrow(TypeError);
    await expect(createSandbox(options)).rejects.toThrow(name);
  });

  it("does not replace the Request and Response of the process that it runs in", async () => {
    await startSandbox();

    expect(globalThis.Request).toBe(untouched.Request);
    expect(globalThis.Response).toBe(untouched.Response);
  });

  it("answers an unknown address with 404", async () => {
    const sandbox = await startSandbox();

    expect((await fetch(`${sandbox.url}/nothing`)).status).toBe(404);
  });

  it("refuses to connect a provider that does not exist", async () => {
    const sandbox = await startSandbox();

    expect(() => sandbox.connectSource("jane", "nowhere")).toThrow(TypeError);
  });
});

describe("mintToken", () => {
  it("mints a token that opens the page, before and after a source is connected", async () => {
    const sandbox = await startSandbox();
    const before = sandbox.mintToken();
    sandbox.connectSource("sandbox-user");
    const after = sandbox.mintToken();

    const answers = [
      await callPage(sandbox, "/session", { token: before }),
      await callPage(sandbox, "/session", { token: after }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("makes room for new tokens by forgetting the oldest", async () => {
    const sandbox = await startSandbox();
    const oldest = sandbox.mintToken();
    for (let count = 0; count < 9999; count += 1) sandbox.mintToken();
    const kept = await callPage(sandbox, "/session", { token: oldest });

    const newest = sandbox.mintToken();

    expect(kept.status).toBe(200);
    expect((await callPage(sandbox, "/session", { token: oldest })).status).toBe(401);
    expect((await callPage(sandbox, "/session", { token: newest })).status).toBe(200);
  });
});

describe("setExpiry", () => {
  it("refuses a life that makes no sense and keeps the lives that were", async () => {
    const sandbox = await startSandbox();

    expect(() => sandbox.setExpiry({ session: -1 })).toThrow(TypeError);
    expect((await askToken(sandbox, { type: "session" })).body["expires_in"]).toBe(3600);
  });
});

describe("reset", () => {
  it("forgets users, tokens, requests and changed lives", async () => {
    const sandbox = await startSandbox({ expiresInSeconds: { session: 60 } });
    const token = sandbox.mintToken("jane");
    sandbox.connectSource("jane");
    sandbox.setExpiry({ session: 5 });
    await fetch(sandbox.url);

    sandbox.reset();

    expect(sandbox.requests).toEqual([]);
    expect((await callPage(sandbox, "/session", { token })).status).toBe(401);
    expect(await askToken(sandbox, { type: "session" })).toMatchObject({ status: 200, body: { expires_in: 60 } });
  });
});

describe("close", () => {
  it("hangs up on an open connection and can be called twice", async () => {
    const sandbox = await startSandbox();
    const { port } = new URL(sandbox.url);
    const onClose = vi.fn();
    const socket = connect(Number(port), "127.0.0.1")
      .on("close", onClose)
      .on("error", () => undefined);
    await new Promise((resolve) => socket.once("connect", resolve));

    await Promise.all([sandbox.close(), sandbox.close()]);

    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });
});
