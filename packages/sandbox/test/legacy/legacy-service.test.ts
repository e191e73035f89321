import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/index.js";
import { providers } from "../../src/world/providers.js";
import { startSandbox, type JsonAnswer } from "../start-sandbox.js";

interface LegacySession {
  humanId: string;
  clientId: string;
  sessionToken: string;
}

async function post(url: string, body: unknown, contentType = "application/json"): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": contentType },
    body: contentType === "application/json" ? JSON.stringify(body) : String(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const launch = (sandbox: Sandbox, fields: object): Promise<JsonAnswer> =>
  post(`${sandbox.legacyUrl}/api/session`, { clientId: sandbox.clientId, ...fields });

/** What the page gives to `finish`, for somebody who has connected a source in it. */
async function finish(sandbox: Sandbox, clientUserId: string): Promise<LegacySession> {
  const publicToken = sandbox.publicToken(clientUserId) || null;
  const { body } = await launch(sandbox, { clientUserId, publicToken });
  sandbox.connectSource(clientUserId);
  return body as unknown as LegacySession;
}

const finalize = (sandbox: Sandbox, session: object, fields: object = {}): Promise<JsonAnswer> =>
  post(`${sandbox.userUrl}/v1/connect/tokens`, { ...session, clientSecret: sandbox.clientSecret, ...fields });

describe("finalizing a legacy session", () => {
  it("answers with the tokens of the person who has connected", async () => {
    const sandbox = await startSandbox();
    const session = await finish(sandbox, "jane@example.org");

    const { status, headers, body } = await finalize(sandbox, session);

    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(body).toEqual({
      humanId: session.humanId,
      accessToken: expect.stringMatching(/^[\w-]{20,}$/),
      publicToken: sandbox.publicToken("jane@example.org"),
      clientId: sandbox.clientId,
      clientUserId: "jane@example.org",
    });
  });

  it("gives an access token that reads the person's data", async () => {
    const sandbox = await startSandbox();
    const { body } = await finalize(sandbox, await finish(sandbox, "jane"));

    const answer = await fetch(`${sandbox.dataUrl}/v1/human/sources`, {
      headers: { authorization: `Bearer ${String(body["accessToken"])}` },
    });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveLength(1);
  });

  it("takes a form as well, as the service of 2015 did", async () => {
    const sandbox = await startSandbox();
    const session = await finish(sandbox, "jane");
    const form = new URLSearchParams({ ...session, clientSecret: sandbox.clientSecret });

    const answer = await post(`${sandbox.userUrl}/v1/connect/tokens`, form, "application/x-www-form-urlencoded");

    expect(answer.status).toBe(200);
  });

  it.each<[name: string, status: number, code: string, fields: object]>([
    ["a missing sessionToken", 400, "BAD_REQUEST", { sessionToken: undefined }],
    ["a humanId that is no text", 400, "BAD_REQUEST", { humanId: 5 }],
    ["an unknown client", 401, "INVALID_CLIENT_ID", { clientId: "other" }],
    ["a wrong secret", 401, "INVALID_CLIENT_ID_OR_SECRET", { clientSecret: "other" }],
    ["an unknown session", 403, "NOT_AUTHORIZED", { sessionToken: "other" }],
    ["somebody else's humanId", 403, "NOT_AUTHORIZED", { humanId: "other" }],
  ])("refuses %s with %i and %s", async (_name, status, code, fields) => {
    const sandbox = await startSandbox();
    const session = await finish(sandbox, "jane");

    const answer = await finalize(sandbox, session, fields);

    expect(answer).toMatchObject({ status, body: { errorCode: code, statusCode: status } });
    expect(JSON.stringify(answer.body)).not.toContain(sandbox.clientSecret);
  });

  it("refuses a session that has expired", async () => {
    let now = 0;
    const sandbox = await startSandbox({ now: () => now });
    const session = await finish(sandbox, "jane");

    now = 3_600_000;

    expect(await finalize(sandbox, session)).toMatchObject({ status: 403, body: { errorCode: "NOT_AUTHORIZED" } });
  });

  it("refuses somebody who has connected nothing", async () => {
    const sandbox = await startSandbox();
    const { body } = await launch(sandbox, { clientUserId: "jane" });

    expect(await finalize(sandbox, body)).toMatchObject({
      status: 403,
      body: { errorCode: "ACCESS_TOKEN_GENERATION_NOT_ALLOWED" },
    });
  });

  it("plays the token scenarios", async () => {
    const sandbox = await startSandbox();

    expect(await finalize(sandbox, await finish(sandbox, "jane+token-500"))).toMatchObject({ status: 500 });
  });

  it("is done with POST alone", async () => {
    const sandbox = await startSandbox();

    const answer = await fetch(`${sandbox.userUrl}/v1/connect/tokens`);

    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });
});

describe("the public token", () => {
  it("is blank at first, and changes with each newly connected source and with nothing else", async () => {
    const sandbox = await startSandbox();
    const [first, second] = providers;
    const seen: string[] = [];
    const note = (): void => void seen.push(sandbox.publicToken("jane"));

    note();
    sandbox.connectSource("jane", first!.id);
    note();
    sandbox.connectSource("jane", first!.id);
    note();
    sandbox.connectSource("jane", second!.id);
    note();

    expect(seen[0]).toBe("");
    expect(seen[1]).toMatch(/^[0-9a-f]{32}$/);
    expect(seen[2]).toBe(seen[1]);
    expect(seen[3]).not.toBe(seen[1]);
  });

  it("is told to whoever knows the humanId and the secret", async () => {
    const sandbox = await startSandbox();
    const { humanId } = await finish(sandbox, "jane");
    const ask = (fields: object): Promise<JsonAnswer> =>
      post(`${sandbox.userUrl}/v1/connect/publictokens`, {
        humanId,
        clientId: sandbox.clientId,
        clientSecret: sandbox.clientSecret,
        ...fields,
      });

    expect(await ask({})).toMatchObject({ status: 200, body: { humanId, publicToken: sandbox.publicToken("jane") } });
    expect(await ask({ humanId: "other" })).toMatchObject({
      status: 404,
      body: { errorCode: "UNKNOWN_CLIENT_USER_ID" },
    });
    expect(await ask({ clientSecret: "other" })).toMatchObject({ status: 401 });
  });

  it("of somebody who was deleted never comes again", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const before = sandbox.publicToken("jane");

    sandbox.deleteUser("jane");
    const between = sandbox.publicToken("jane");
    sandbox.connectSource("jane");

    expect(between).toBe("");
    expect(sandbox.publicToken("jane")).not.toBe(before);
  });
});

describe("the launch of the legacy page", () => {
  it("opens create mode for somebody new and edit mode with the latest public token", async () => {
    const sandbox = await startSandbox();
    const created = await launch(sandbox, { clientUserId: "jane" });
    sandbox.connectSource("jane");

    const edited = await launch(sandbox, { clientUserId: "jane", publicToken: sandbox.publicToken("jane") });

    expect(created).toMatchObject({ status: 200, body: { clientId: sandbox.clientId } });
    expect(edited).toMatchObject({ status: 200, body: { humanId: created.body["humanId"] } });
    expect(edited.body["sessionToken"]).not.toBe(created.body["sessionToken"]);
  });

  it.each<[name: string, status: number, code: string, fields: (sandbox: Sandbox) => object]>([
    ["somebody known without a public token", 409, "USER_ALREADY_EXISTS", () => ({ clientUserId: "known" })],
    [
      "a public token of before",
      401,
      "INVALID_PUBLIC_TOKEN",
      () => ({ clientUserId: "known", publicToken: "0".repeat(32) }),
    ],
    [
      "another person's public token",
      401,
      "INVALID_PUBLIC_TOKEN",
      (sandbox) => ({ clientUserId: "other", publicToken: sandbox.publicToken("known") }),
    ],
    ["an unknown client", 400, "INVALID_CLIENT_ID", () => ({ clientUserId: "new", clientId: "other" })],
    ["no client id in create mode", 400, "INVALID_CLIENT_ID", () => ({ clientUserId: "new", clientId: null })],
    ["no user", 400, "INVALID_CLIENT_USER_ID", () => ({ clientUserId: null })],
  ])("refuses %s with %i and %s", async (_name, status, code, fields) => {
    const sandbox = await startSandbox();
    sandbox.connectSource("known");

    expect(await launch(sandbox, fields(sandbox))).toMatchObject({ status, body: { errorCode: code } });
  });

  it("answers 412 to a page that goes on asking", async () => {
    const sandbox = await startSandbox();

    expect((await fetch(`${sandbox.legacyUrl}/api/session`)).status).toBe(412);
  });
});
