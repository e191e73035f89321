import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/index.js";
import { askToken, postToken, startSandbox } from "../start-sandbox.js";

const unguessable = /^[\w-]{43}$/;
const disconnectAll = (sandbox: Sandbox, user: string): Promise<void> =>
  disconnectWith(sandbox, sandbox.mintToken(user));

async function disconnectWith(sandbox: Sandbox, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const session = await fetch(`${sandbox.url}/connect/api/session`, { headers });
  const { connections } = (await session.json()) as { connections: { id: string }[] };
  for (const { id } of connections) {
    await fetch(`${sandbox.url}/connect/api/connections/${id}`, { method: "DELETE", headers });
  }
}

describe("a granted token", () => {
  it("of type session has exactly the documented fields", async () => {
    const sandbox = await startSandbox();

    const { status, body } = await askToken(sandbox, { type: "session" });

    expect(status).toBe(200);
    expect(body).toEqual({
      session_token: expect.stringMatching(unguessable),
      human_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      expires_in: 3600,
    });
  });

  it("of type id has exactly the documented fields", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");

    const { status, body } = await askToken(sandbox, { type: "id" });

    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: "Bearer",
      id_token: expect.stringMatching(unguessable),
      id_refresh_token: expect.stringMatching(/^idrt-[\w-]{43}$/),
      expires_in: 86_400,
    });
  });

  it("of type access has exactly the documented fields", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");

    const { status, body } = await askToken(sandbox, { type: "access" });

    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(unguessable),
      expires_in: 86_400,
      token_type: "Bearer",
      refresh_token: expect.stringMatching(/^atrt-[\w-]{43}$/),
    });
  });

  it("is never stored by a cache and never readable across origins", async () => {
    const sandbox = await startSandbox();

    const granted = await askToken(sandbox, { type: "session" });
    const refused = await askToken(sandbox, { type: "id" });

    for (const { headers } of [granted, refused]) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("says the lives that the sandbox was given", async () => {
    const sandbox = await startSandbox({ expiresInSeconds: { session: 7 } });
    sandbox.connectSource("connected");
    sandbox.setExpiry({ id: 8, access: 9 });

    const session = await askToken(sandbox, { type: "session" });
    const id = await askToken(sandbox, { type: "id", client_user_id: "connected" });
    const access = await askToken(sandbox, { type: "access", client_user_id: "connected" });

    expect([session, id, access].map(({ body }) => body["expires_in"])).toEqual([7, 8, 9]);
  });
});

describe("a token for a user in some situation", () => {
  const situations: Record<string, (sandbox: Sandbox) => void | Promise<void>> = {
    "nobody has heard of": () => undefined,
    "without a source": (sandbox) => void sandbox.mintToken("jane"),
    "with a source": (sandbox) => sandbox.connectSource("jane"),
    "whose source is gone again": (sandbox) => {
      sandbox.connectSource("jane");
      return disconnectAll(sandbox, "jane");
    },
    "who was deleted": (sandbox) => {
      sandbox.connectSource("jane");
      sandbox.deleteUser("jane");
    },
    "who was deleted and began anew": (sandbox) => {
      sandbox.connectSource("jane");
      sandbox.deleteUser("jane");
      sandbox.mintToken("jane");
    },
  };

  it.each([
    ["session", "nobody has heard of", 200, undefined],
    ["session", "without a source", 200, undefined],
    ["session", "with a source", 403, "NOT_AUTHORIZED"],
    ["session", "whose source is gone again", 200, undefined],
    ["session", "who was deleted", 200, undefined],
    ["session", "who was deleted and began anew", 200, undefined],
    ["id", "nobody has heard of", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["id", "without a source", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["id", "with a source", 200, undefined],
    ["id", "whose source is gone again", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["id", "who was deleted", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["id", "who was deleted and began anew", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["access", "nobody has heard of", 404, "UNKNOWN_CLIENT_USER_ID"],
    ["access", "without a source", 403, "ACCESS_TOKEN_GENERATION_NOT_ALLOWED"],
    ["access", "with a source", 200, undefined],
    ["access", "whose source is gone again", 200, undefined],
    ["access", "who was deleted", 403, "ACCESS_TOKEN_GENERATION_NOT_ALLOWED"],
    ["access", "who was deleted and began anew", 403, "ACCESS_TOKEN_GENERATION_NOT_ALLOWED"],
  ])("type %s, user %s: %i %s", async (type, situation, status, errorCode) => {
    const sandbox = await startSandbox();
    await situations[situation]?.(sandbox);

    const answer = await askToken(sandbox, { type });

    expect({ status: answer.status, errorCode: answer.body["errorCode"] }).toEqual({ status, errorCode });
  });
});

describe("a refused request", () => {
  it.each([
    ["an unknown client", { client_id: "somebody-else" }, 401, "INVALID_CLIENT_ID"],
    ["a wrong secret", { client_secret: "wrong" }, 401, "INVALID_CLIENT_ID_OR_SECRET"],
    ["no secret", { client_secret: undefined }, 401, "INVALID_CLIENT_ID_OR_SECRET"],
    ["an empty secret", { client_secret: "" }, 401, "INVALID_CLIENT_ID_OR_SECRET"],
    ["a secret that is no text", { client_secret: 5 }, 400, "BAD_REQUEST"],
    ["no client", { client_id: undefined }, 400, "BAD_REQUEST"],
    ["no user", { client_user_id: undefined }, 400, "BAD_REQUEST"],
    ["an empty user", { client_user_id: "" }, 400, "BAD_REQUEST"],
    ["a number as the user", { client_user_id: 12 }, 400, "BAD_REQUEST"],
    ["half a surrogate pair as the user", { client_user_id: "\ud83d" }, 400, "BAD_REQUEST"],
    ["an odd e-mail", { client_user_email: {} }, 400, "BAD_REQUEST"],
    ["odd scopes", { extra_scopes: "all" }, 400, "BAD_REQUEST"],
    ["no type", { type: undefined }, 400, "INVALID_TOKEN_TYPE"],
    ["a made-up type", { type: "id_token" }, 400, "INVALID_TOKEN_TYPE"],
    ["a type of the admin service", { type: "client" }, 400, "INVALID_TOKEN_TYPE"],
    ["an inherited property as the type", { type: "toString" }, 400, "INVALID_TOKEN_TYPE"],
  ])("with %s is answered %o: %i %s", async (_, fields, status, errorCode) => {
    const sandbox = await startSandbox();

    const answer = await askToken(sandbox, { type: "session", ...fields });

    expect({ status: answer.status, errorCode: answer.body["errorCode"] }).toEqual({ status, errorCode });
  });

  it.each([
    ["malformed JSON", "{", "application/json", 400],
    ["nothing", "", "application/json", 400],
    ["an array", "[]", "application/json", 400],
    ["null", "null", "application/json", 400],
    ["a form", "type=session", "application/x-www-form-urlencoded", 415],
    ["plain text", "{}", "text/plain", 415],
    ["a type that only begins alike", "{}", "application/json-seq", 415],
    ["a body that is too large", JSON.stringify({ type: "x".repeat(70_000) }), "application/json", 413],
  ])("whose body is %s is refused", async (_, body, contentType, status) => {
    const sandbox = await startSandbox();

    const answer = await postToken(sandbox, body, contentType);

    expect(answer.status).toBe(status);
    expect(answer.body["statusCode"]).toBe(status);
  });

  it("whose body is not UTF-8 is refused", async () => {
    const sandbox = await startSandbox();
    const { clientId, clientSecret } = sandbox;
    const fields = { client_id: clientId, client_secret: clientSecret, client_user_id: "é", type: "session" };

    const latin1 = await postToken(sandbox, Buffer.from(JSON.stringify(fields), "latin1"));
    const utf8 = await postToken(sandbox, Buffer.from(JSON.stringify(fields), "utf8"));

    expect([latin1.status, utf8.status]).toEqual([400, 200]);
  });

  it("carries every error field that the sibling services know", async () => {
    const sandbox = await startSandbox();

    const { body } = await askToken(sandbox, { type: "session", client_user_id: "" });

    expect(body).toEqual({
      statusCode: 400,
      errorCode: "BAD_REQUEST",
      code: "BAD_REQUEST",
      error: "Bad Request",
      message: expect.stringContaining("client_user_id"),
      validation: { source: "payload", keys: ["client_user_id"] },
      "x-humanapi-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it("never repeats what it held", async () => {
    const sandbox = await startSandbox({ clientSecret: "right-secret" });

    const answers = await Promise.all([
      askToken(sandbox, { type: "session", client_secret: "typed-secret" }),
      askToken(sandbox, { type: "typed-secret" }),
      postToken(sandbox, '{"client_secret":"typed-secret"'),
    ]);

    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/typed-secret|right-secret/);
  });

  it.each(["GET", "PUT", "DELETE", "OPTIONS"])(
    "with the method %s names the right one and allows no origin",
    async (method) => {
      const sandbox = await startSandbox();

      const response = await fetch(`${sandbox.url}/v1/connect/token`, {
        method,
        headers: { origin: "https://app.example" },
      });

      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    },
  );
});

describe("a user", () => {
  it("has one human id however many tokens are asked for at once", async () => {
    const sandbox = await startSandbox();

    const answers = await Promise.all(Array.from({ length: 100 }, () => askToken(sandbox, { type: "session" })));

    expect(new Set(answers.map(({ body }) => body["human_id"])).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body["session_token"])).size).toBe(100);
  });

  it("is another person for every client user id, odd ones included", async () => {
    const sandbox = await startSandbox();
    const ids = [
      "jane",
      "Jane",
      " jane",
      "jane@example.org",
      "数字",
      "👩‍⚕️",
      "__proto__",
      "a\u0000b",
      "a/b?c#d&e",
      "x".repeat(2000),
    ];

    const answers = await Promise.all(ids.map((id) => askToken(sandbox, { type: "session", client_user_id: id })));

    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(new Set(answers.map(({ body }) => body["human_id"])).size).toBe(ids.length);
  });

  it("keeps the human id after a reset and a deletion", async () => {
    const sandbox = await startSandbox();
    const before = await askToken(sandbox, { type: "session" });

    sandbox.deleteUser("jane");
    const deleted = await askToken(sandbox, { type: "session" });
    sandbox.reset();
    const reset = await askToken(sandbox, { type: "session" });

    expect([deleted.body["human_id"], reset.body["human_id"]]).toEqual([
      before.body["human_id"],
      before.body["human_id"],
    ]);
  });

  it("has a human id of their own with every client", async () => {
    const one = await startSandbox({ clientId: "one" });
    const other = await startSandbox({ clientId: "other" });

    const answers = [await askToken(one, { type: "session" }), await askToken(other, { type: "session" })];

    expect(answers[0]?.body["human_id"]).not.toBe(answers[1]?.body["human_id"]);
  });
});
