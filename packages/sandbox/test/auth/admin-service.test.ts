import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type JsonAnswer, startSandbox } from "../start-sandbox.js";
import type { Sandbox } from "../../src/index.js";

async function askAdmin(sandbox: Sandbox, fields: Record<string, unknown>, init: RequestInit = {}) {
  const { clientId, clientSecret, authUrl } = sandbox;
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...fields });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${authUrl}/v1/admin/token`, { method: "POST", headers, body, ...init });
  return { status: response.status, headers: response.headers, body: await response.json() } as JsonAnswer;
}

describe("POST /v1/admin/token", () => {
  it("gives an access token with exactly the documented fields, which reads data", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");

    const { status, headers, body } = await askAdmin(sandbox, { type: "access", client_user_id: "jane" });
    const data = await fetch(`${sandbox.dataUrl}/v1/human/sources`, {
      headers: { authorization: `Bearer ${String(body["access_token"])}` },
    });

    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 86_400,
      token_type: "Bearer",
      refresh_token: expect.stringMatching(/^atrt-/),
    });
    expect(data.status).toBe(200);
  });

  it("gives a client token that is a JWT of the application, signed with its secret", async () => {
    const sandbox = await startSandbox({ now: () => 1_700_000_000_000 });

    const { status, body } = await askAdmin(sandbox, { type: "client" });

    expect(status).toBe(200);
    expect(body).toEqual({ client_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), expires_in: 86_400 });
    const [head, claims, signature] = String(body["client_token"]).split(".") as [string, string, string];
    const expected = createHmac("sha256", sandbox.clientSecret).update(`${head}.${claims}`).digest("base64url");
    expect(signature).toBe(expected);
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      sub: sandbox.clientId,
      iat: 1_700_000_000,
      exp: 1_700_086_400,
    });
  });

  it.each([
    ["an unknown client", { client_id: "nobody", type: "client" }, 401, "INVALID_CLIENT_ID"],
    ["a wrong secret", { client_secret: "wrong", type: "client" }, 401, "INVALID_CLIENT_ID_OR_SECRET"],
    ["no secret", { client_secret: undefined, type: "client" }, 401, "INVALID_CLIENT_ID_OR_SECRET"],
    ["a type of Connect", { type: "session", client_user_id: "jane" }, 400, "INVALID_TOKEN_TYPE"],
    ["no type", {}, 400, "BAD_REQUEST"],
    ["an access token for nobody", { type: "access" }, 400, "BAD_REQUEST"],
    ["a user whom nobody knows", { type: "access", client_user_id: "stranger" }, 404, "UNKNOWN_CLIENT_USER_ID"],
    ["a deleted user", { type: "access", client_user_id: "gone" }, 403, "ACCESS_TOKEN_GENERATION_NOT_ALLOWED"],
    ["a client token without an admin API", { type: "client" }, 403, "CLIENT_TOKEN_GENERATION_NOT_ALLOWED", false],
    ["a failing service", { type: "access", client_user_id: "jane+token-500" }, 500, "INTERNAL_SERVER_ERROR"],
  ])("refuses %s", async (_, fields, status, errorCode, adminApi = true) => {
    const sandbox = await startSandbox({ adminApi });
    sandbox.connectSource("gone");
    sandbox.deleteUser("gone");

    const answer = await askAdmin(sandbox, fields);

    expect([answer.status, answer.body["errorCode"]]).toEqual([status, errorCode]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("takes POST alone", async () => {
    const sandbox = await startSandbox();

    const { status, headers } = await askAdmin(sandbox, {}, { method: "PUT" });

    expect([status, headers.get("allow")]).toEqual([405, "POST"]);
  });
});
