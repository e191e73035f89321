import { describe, expect, it } from "vitest";
import type { Connection, PageSession, ProviderPage } from "../../src/base/connect-api.js";
import { providers } from "../../src/world/providers.js";
import { askToken, callPage, type JsonAnswer, startSandbox } from "../start-sandbox.js";

const [first, second] = providers as [(typeof providers)[0], (typeof providers)[0]];
const start = Date.UTC(2030, 0, 1);

const sessionOf = ({ body }: JsonAnswer): PageSession => body as unknown as PageSession;
const idsOf = (answer: JsonAnswer): string[] => sessionOf(answer).connections.map(({ id }) => id);
const outcome = ({ status, body }: JsonAnswer): [number, unknown] => [status, body["errorCode"]];
const toBase64 = (value: unknown): string => encodeURIComponent(Buffer.from(JSON.stringify(value)).toString("base64"));

const requested = {
  address: "1 Elm Street",
  healthSystem: "Northwind Health",
  location: { latitude: 41.5, longitude: -87.25 },
  physician: "",
  website: "",
};

describe("a session", () => {
  it("begins empty for somebody new", async () => {
    const sandbox = await startSandbox({ application: "Step Counter", pace: 0.5 });

    const { status, body, headers } = await callPage(sandbox, "/session?mode=auth", { token: sandbox.mintToken() });

    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      mode: "auth",
      connections: [],
      requestedProviders: [],
      scenario: null,
      application: "Step Counter",
      pace: 0.5,
    });
  });

  it("opens with an id token as well as with a session token", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const { body } = await askToken(sandbox, { type: "id" });

    const answer = await callPage(sandbox, "/session", { token: String(body["id_token"]) });

    expect(idsOf(answer)).toEqual([first.id]);
  });

  it.each([
    ["no token", undefined, "MISSING_SESSION_TOKEN"],
    ["an empty token", "", "MISSING_SESSION_TOKEN"],
    ["a made-up token", "made-up", "SESSION_TOKEN_INVALID"],
  ])("is refused with %s", async (_, token, errorCode) => {
    const sandbox = await startSandbox();

    expect(outcome(await callPage(sandbox, "/session", { token }))).toEqual([401, errorCode]);
  });

  it("is refused with an access token", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const { body } = await askToken(sandbox, { type: "access" });

    const answer = await callPage(sandbox, "/session", { token: String(body["access_token"]) });

    expect(outcome(answer)).toEqual([401, "SESSION_TOKEN_INVALID"]);
  });

  it("is refused with another scheme than Bearer", async () => {
    const sandbox = await startSandbox();

    const response = await fetch(`${sandbox.url}/connect/api/session`, { headers: { authorization: "Basic YTpi" } });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errorCode: "SESSION_TOKEN_INVALID" });
  });

  it("is refused once its user is deleted", async () => {
    const sandbox = await startSandbox();
    const token = sandbox.mintToken("jane");
    sandbox.deleteUser("jane");

    expect(outcome(await callPage(sandbox, "/session", { token }))).toEqual([401, "SESSION_TOKEN_INVALID"]);
  });
});

describe("expiry", () => {
  it.each([
    ["session", 3599, 200],
    ["session", 3600, 401],
    ["id", 86_399, 200],
    ["id", 86_400, 401],
  ])("of %s tokens: after %i seconds the answer is %i", async (kind, seconds, status) => {
    let now = start;
    const sandbox = await startSandbox({ now: () => now });
    if (kind === "id") sandbox.connectSource("jane");
    const token = sandbox.mintToken("jane");

    now += seconds * 1000;
    const answer = await callPage(sandbox, "/session", { token });

    expect(outcome(answer)).toEqual([status, status === 401 ? "SESSION_TOKEN_EXPIRED" : undefined]);
  });

  it("ends every call of the page, not only the first", async () => {
    let now = start;
    const sandbox = await startSandbox({ now: () => now });
    const token = sandbox.mintToken("jane");
    now += 3600 * 1000;

    const answers = await Promise.all([
      callPage(sandbox, "/providers?q=", { token }),
      callPage(sandbox, "/connections", { token, method: "POST", body: { providerId: first.id } }),
      callPage(sandbox, `/connections/${first.id}`, { token, method: "DELETE" }),
      callPage(sandbox, "/requests", { token, method: "POST", body: requested }),
    ]);

    expect(answers.map(outcome)).toEqual(answers.map(() => [401, "SESSION_TOKEN_EXPIRED"]));
  });

  it("changes for new tokens alone", async () => {
    const sandbox = await startSandbox();
    const older = sandbox.mintToken("jane");
    sandbox.setExpiry({ session: 0 });
    const newer = sandbox.mintToken("jane");

    const answers = [
      await callPage(sandbox, "/session", { token: older }),
      await callPage(sandbox, "/session", { token: newer }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });
});

describe("select mode", () => {
  it("opens without a token and keeps nothing", async () => {
    const sandbox = await startSandbox();

    const session = await callPage(sandbox, `/session?mode=select&clientId=${sandbox.clientId}`);
    const connected = await callPage(sandbox, "/connections", { method: "POST", body: { providerId: first.id } });
    const disconnected = await callPage(sandbox, `/connections/${first.id}`, { method: "DELETE" });

    expect(session.body).toMatchObject({ mode: "select", connections: [] });
    expect(connected.body).toMatchObject({ id: first.id, name: first.name });
    expect(disconnected.status).toBe(204);
    expect(idsOf(await callPage(sandbox, "/session?mode=select"))).toEqual([]);
  });

  it.each([
    ["&preseed=true", 401],
    ["&preseed=0", 401],
    ["&preseed=false", 200],
    ["&preseed=", 200],
    ["&clientId=undefined", 200],
    ["&clientId=somebody-else", 400],
  ])("without a token and with %s is answered %i", async (query, status) => {
    const sandbox = await startSandbox();

    expect((await callPage(sandbox, `/session?mode=select${query}`)).status).toBe(status);
  });

  it("shows preseeded sources as chosen, known and unknown ones, without connecting them", async () => {
    const sandbox = await startSandbox();
    const token = sandbox.mintToken("jane");
    const sources = [
      { id: first.id, name: "Renamed" },
      { id: "0".repeat(24), name: "Dr. Žofia 数" },
      { id: first.id, name: "Again" },
    ];

    const select = await callPage(sandbox, `/session?mode=select&preseededSources=${toBase64(sources)}`, { token });
    const auth = await callPage(sandbox, `/session?mode=auth&preseededSources=${toBase64(sources)}`, { token });

    expect(sessionOf(select).connections).toMatchObject([{ id: first.id, name: first.name }, { name: "Dr. Žofia 数" }]);
    expect(idsOf(auth)).toEqual([]);
  });

  it("does not show a source twice that is connected and preseeded", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane", first.id);
    const query = `mode=select&preseededSources=${toBase64([
      { id: second.id, name: "" },
      { id: first.id, name: "" },
    ])}`;

    expect(idsOf(await callPage(sandbox, `/session?${query}`, { token: sandbox.mintToken("jane") }))).toEqual([
      first.id,
      second.id,
    ]);
  });

  it("reads the Latin-1 letters and the unescaped plus signs that older clients send", async () => {
    const sandbox = await startSandbox();
    const encoded = Buffer.from(JSON.stringify([{ id: "a", name: "Café >>>" }]), "latin1").toString("base64");

    const answer = await callPage(sandbox, `/session?mode=select&preseededSources=${encoded.replaceAll("%2B", "+")}`);

    expect(encoded).toContain("+");
    expect(sessionOf(answer).connections).toMatchObject([{ id: "a", name: "Café >>>" }]);
  });

  it.each(["***", toBase64({}), toBase64([5]), toBase64([null]), toBase64([{ id: "a" }])])(
    "refuses %s as preseeded sources",
    async (encoded) => {
      const sandbox = await startSandbox();

      const answer = await callPage(sandbox, `/session?mode=select&preseededSources=${encoded}`);

      expect(outcome(answer)).toEqual([400, "INVALID_PRESEEDED_SOURCES"]);
    },
  );
});

describe("preseed", () => {
  it("gives somebody new two connected sources, once", async () => {
    const sandbox = await startSandbox();
    const token = sandbox.mintToken("jane");

    const once = await callPage(sandbox, "/session?preseed=true", { token });
    for (const id of idsOf(once)) await callPage(sandbox, `/connections/${id}`, { token, method: "DELETE" });
    const again = await callPage(sandbox, "/session?preseed=true", { token });

    expect(idsOf(once)).toHaveLength(2);
    expect(idsOf(again)).toEqual([]);
  });

  it("adds nothing for somebody who has connected a source", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane", second.id);

    const answer = await callPage(sandbox, "/session?preseed=true", { token: sandbox.mintToken("jane") });

    expect(idsOf(answer)).toEqual([second.id]);
  });
});

describe("a connection", () => {
  it("is answered, listed oldest first, and switches the token service from session to id tokens", async () => {
    const sandbox = await startSandbox({ now: () => start });
    const token = sandbox.mintToken("jane");
    const before = await askToken(sandbox, { type: "session" });

    const connected = await callPage(sandbox, "/connections", {
      token,
      method: "POST",
      body: { providerId: second.id },
    });
    await callPage(sandbox, "/connections", { token, method: "POST", body: { providerId: first.id } });
    const session = await askToken(sandbox, { type: "session" });
    const id = await askToken(sandbox, { type: "id" });

    const expected: Connection = {
      id: second.id,
      name: second.name,
      kind: second.kind,
      connectedAt: "2030-01-01T00:00:00.000Z",
    };
    expect(connected.body).toEqual(expected);
    expect(idsOf(await callPage(sandbox, "/session", { token }))).toEqual([second.id, first.id]);
    expect([before.status, session.status, id.status]).toEqual([200, 403, 200]);
  });

  it("made twice is the same one", async () => {
    let now = start;
    const sandbox = await startSandbox({ now: () => now++ });
    const token = sandbox.mintToken("jane");
    const connect = (): Promise<JsonAnswer> =>
      callPage(sandbox, "/connections", { token, method: "POST", body: { providerId: first.id } });

    const answers = [await connect(), await connect()];

    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(idsOf(await callPage(sandbox, "/session", { token }))).toEqual([first.id]);
  });

  it("is gone after it was removed, and removing it again is no error", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane", first.id);
    const token = sandbox.mintToken("jane");
    const remove = (): Promise<JsonAnswer> =>
      callPage(sandbox, `/connections/${first.id}`, { token, method: "DELETE" });

    const answers = [await remove(), await remove()];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(idsOf(await callPage(sandbox, "/session", { token }))).toEqual([]);
  });

  it("belongs to one user", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane", first.id);

    expect(idsOf(await callPage(sandbox, "/session", { token: sandbox.mintToken("john") }))).toEqual([]);
  });

  it.each([[{ providerId: "unknown" }], [{}], [{ providerId: 7 }]])("with %o is refused", async (body) => {
    const sandbox = await startSandbox();

    const answer = await callPage(sandbox, "/connections", { token: sandbox.mintToken(), method: "POST", body });

    expect(outcome(answer)).toEqual([404, "UNKNOWN_PROVIDER"]);
  });
});

describe("a request for a provider", () => {
  it("is listed once, with its own fields alone", async () => {
    const sandbox = await startSandbox();
    const token = sandbox.mintToken("jane");

    for (let time = 0; time < 2; time += 1) {
      await callPage(sandbox, "/requests", { token, method: "POST", body: { ...requested, extra: "<script>" } });
    }

    expect(sessionOf(await callPage(sandbox, "/session", { token })).requestedProviders).toEqual([requested]);
  });

  it.each([
    ["no fields", {}],
    ["an address that is no text", { ...requested, address: 4 }],
    ["a website that is too long", { ...requested, website: "w".repeat(2001) }],
    ["no location", { ...requested, location: null }],
    ["a latitude beyond the pole", { ...requested, location: { latitude: 90.1, longitude: 0 } }],
    ["a longitude that is text", { ...requested, location: { latitude: 0, longitude: "0" } }],
    ["nobody to be asked for", { ...requested, healthSystem: " ", physician: "" }],
  ])("with %s is refused", async (_, body) => {
    const sandbox = await startSandbox();

    const answer = await callPage(sandbox, "/requests", { token: sandbox.mintToken(), method: "POST", body });

    expect(outcome(answer)).toEqual([400, "BAD_REQUEST"]);
  });
});

describe("the provider search", () => {
  it("passes words, segment and pinned providers on", async () => {
    const sandbox = await startSandbox();
    const last = providers.at(-1)?.id ?? "";

    const pinned = await callPage(sandbox, `/providers?q=&pinned=${second.id},%20${last},`, {
      token: sandbox.mintToken(),
    });
    const unknownSegment = await callPage(sandbox, "/providers?q=&segment=no-such-segment");

    const page = pinned.body as unknown as ProviderPage;
    expect(page.providers.slice(0, 2).map(({ id }) => id)).toEqual([second.id, last]);
    expect(page.total).toBe(providers.length);
    expect(unknownSegment.body).toEqual({ providers: [], total: 0 });
  });
});

describe("the page's API", () => {
  it("answers an address that it does not know with an error of its own kind", async () => {
    const sandbox = await startSandbox();

    expect(outcome(await callPage(sandbox, "/nothing"))).toEqual([404, "NOT_FOUND"]);
  });

  it("takes nothing but JSON of a reasonable size", async () => {
    const sandbox = await startSandbox();
    const send = (body: string, type: string): Promise<Response> =>
      fetch(`${sandbox.url}/connect/api/requests`, {
        method: "POST",
        headers: { authorization: `Bearer ${sandbox.mintToken()}`, "content-type": type },
        body,
      });

    const answers = [
      await send("a=b", "text/plain"),
      await send("{", "application/json"),
      await send("x".repeat(70_000), "application/json"),
    ];

    expect(answers.map(({ status }) => status)).toEqual([415, 400, 413]);
  });
});
