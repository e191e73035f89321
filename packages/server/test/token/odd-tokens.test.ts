import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHumanityClient } from "../../src/humanity.js";
import { createMemoryStore, type HumanApi } from "../../src/index.js";
import { createApiOn, createLogBook, outcomeOf, sessionAnswer, startService } from "../support/support.js";

const odd: [string, string][] = [
  ["a line break", "token-first\ntoken-second"],
  ["a line break at its end", "token-first\n"],
  ["a space", "token-first second"],
  ["a tab", "token-first\tsecond"],
  ["a letter that no header carries", "token-first-日"],
  ["a letter beyond ASCII", "token-first-é"],
  ["a NUL", "token-first\0"],
];

const calls: Record<string, (humanApi: HumanApi) => Promise<unknown>> = {
  sessionToken: (humanApi) => humanApi.sessionToken("jane"),
  idToken: (humanApi) => humanApi.idToken("jane"),
  accessToken: (humanApi) => humanApi.accessToken("jane"),
  "hip.clientToken": (humanApi) => humanApi.hip.clientToken(),
  "legacy.publicToken": (humanApi) => humanApi.legacy.publicToken("human-1"),
  "legacy.finalize": (humanApi) =>
    humanApi.legacy.finalize({ humanId: "human-1", clientId: "client-id", sessionToken: "s" }, "jane"),
  "a list of data": async (humanApi) => {
    for await (const record of humanApi.data("jane").list("profile")) return record;
    return undefined;
  },
};

describe.each(odd)("a token with %s", (_, token) => {
  it.each(Object.entries(calls))("is none, for %s, and comes out nowhere", async (name, call) => {
    const fields = ["session_token", "id_token", "access_token", "client_token", "publicToken", "accessToken"];
    const json = {
      ...Object.fromEntries(fields.map((field) => [field, token])),
      humanId: "human-1",
      clientUserId: "jane",
    };
    const { url, calls: received } = await startService({ json });
    const { records, onLog } = createLogBook();

    const error = await outcomeOf(call(createApiOn(url, { dataUrl: url, onLog })));

    expect(error, name).toMatchObject({ code: "upstream-malformed", body: undefined });
    expect(received).toHaveLength(1);
    for (const told of [inspect(error, { depth: 9, showHidden: true }), inspect(records, { depth: 9 })])
      expect(told).not.toContain("token-first");
  });

  it("is as good as none in the store", async () => {
    const { url } = await startService(sessionAnswer("token-2"));
    const store = createMemoryStore();
    await createApiOn(url, { store }).sessionToken("jane");
    const edited = {
      ...store,
      get: (key: string) => store.get(key)?.replace('"token-2"', () => JSON.stringify(token)),
    };

    expect(await createApiOn(url, { store: edited }).sessionToken("jane")).toMatchObject({ token: "token-2" });
  });

  it("is none at Humanity, and a refresh token is not used", async () => {
    const grant = { token_type: "bearer", expires_in: 3600, access_token: token, refresh_token: token };
    const bodies: string[] = [];
    const answers = [grant, { ...grant, access_token: "a" }, { ...grant, access_token: "b" }];
    const humanity = createHumanityClient({
      clientId: "c",
      clientSecret: "s",
      username: "u",
      password: "p",
      onLog: () => {},
      fetch: async (_url, { body }) => {
        bodies.push(String(body));
        return Response.json(answers[bodies.length - 1]);
      },
    });

    const error = await outcomeOf(humanity.accessToken());
    const first = await humanity.accessToken();
    const second = await humanity.accessToken({ fresh: true });

    expect(error).toMatchObject({ code: "upstream-malformed" });
    expect(inspect(error, { depth: 9 })).not.toContain("token-first");
    expect([first.token, second.token]).toEqual(["a", "b"]);
    expect(bodies.every((body) => body.includes("grant_type=password"))).toBe(true);
  });
});

describe("with the token in the query", () => {
  const grant = { token_type: "bearer", expires_in: 3600, access_token: "token+1/x", refresh_token: "r" };
  const createClient = (answer: (url: string) => Response) =>
    createHumanityClient({
      clientId: "c",
      clientSecret: "s",
      username: "u",
      password: "p",
      tokenIn: "query",
      onLog: () => {},
      fetch: async (url) => (url.endsWith("token.php") ? Response.json(grant) : answer(url)),
    });

  it.each([200, 204, 302, 304, 404, 500])(
    "an answer %i has it neither in its address nor in a header",
    async (status) => {
      const client = createClient((url) => {
        const link = `<${url}&page=2>; rel="next"`;
        const body = status === 204 || status === 304 ? null : "text";
        const response = new Response(body, { status, headers: { link, location: `/x?t=${grant.access_token}` } });
        return Object.defineProperty(response, "url", { value: url });
      });

      const response = await client.fetch("/me?a=b");

      expect(response.status).toBe(status);
      expect(await response.text()).toBe(status === 204 || status === 304 ? "" : "text");
      expect(response.headers.get("link")).toContain('access_token=[redacted]&page=2>; rel="next"');
      expect(inspect(response, { depth: 9, showHidden: true }) + response.url).not.toMatch(/token(\+|%2B)1/);
    },
  );

  it("an answer over HTTP has it nowhere either", async () => {
    const { url } = await startService({ json: { status: 1 } });
    const client = createHumanityClient({
      clientId: "c",
      clientSecret: "s",
      username: "u",
      password: "p",
      tokenIn: "query",
      apiUrl: url,
      onLog: () => {},
      fetch: async (target, init) => (target.endsWith("token.php") ? Response.json(grant) : fetch(target, init)),
    });

    const response = await client.fetch("/me");

    expect(await response.json()).toEqual({ status: 1 });
    expect(response.url).toBe("");
    expect(response.headers.get("content-type")).toContain("json");
  });
});
