import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/index.js";
import { type JsonAnswer, startSandbox } from "../start-sandbox.js";

type Fields = Record<string, string>;

async function askHumanity(sandbox: Sandbox, fields: Fields, init: RequestInit = {}): Promise<JsonAnswer> {
  const { clientId, clientSecret, humanity } = sandbox;
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
  const response = await fetch(humanity.tokenUrl, { method: "POST", body, ...init });
  return { status: response.status, headers: response.headers, body: (await response.json()) as JsonAnswer["body"] };
}

const withPassword = ({ humanity: { username, password } }: Sandbox): Fields => ({
  grant_type: "password",
  username,
  password,
});

const withRefreshToken = (body: JsonAnswer["body"]): Fields => ({
  grant_type: "refresh_token",
  refresh_token: String(body["refresh_token"]),
});

async function readMe({ humanity }: Sandbox, token: unknown, place: "bearer" | "query" = "bearer") {
  const response = await fetch(`${humanity.apiUrl}/me${place === "query" ? `?access_token=${String(token)}` : ""}`, {
    headers: place === "bearer" ? { authorization: `Bearer ${String(token)}` } : {},
  });
  return { httpStatus: response.status, ...((await response.json()) as { status: number }) };
}

describe("Humanity's token endpoint", () => {
  it("grants by password with exactly the documented fields, for a token that works in both places", async () => {
    const sandbox = await startSandbox();

    const { status, headers, body } = await askHumanity(sandbox, withPassword(sandbox));

    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 3600,
      token_type: "bearer",
      scope: null,
      refresh_token: expect.stringMatching(/^[\w-]{43}$/),
    });
    for (const place of ["bearer", "query"] as const)
      expect(await readMe(sandbox, body["access_token"], place)).toMatchObject({ httpStatus: 200, status: 1 });
  });

  it("grants by refresh token, once", async () => {
    const sandbox = await startSandbox();
    const first = await askHumanity(sandbox, withPassword(sandbox));

    const second = await askHumanity(sandbox, withRefreshToken(first.body));
    const again = await askHumanity(sandbox, withRefreshToken(first.body));
    const third = await askHumanity(sandbox, withRefreshToken(second.body));

    expect([second.status, again.status, again.body["error"], third.status]).toEqual([200, 400, "invalid_grant", 200]);
  });

  it.each<[string, Fields, RequestInit, number, string]>([
    ["an unknown client", { client_id: "nobody" }, {}, 401, "invalid_client"],
    ["a wrong client secret", { client_secret: "wrong" }, {}, 401, "invalid_client"],
    ["a wrong username", { username: "somebody" }, {}, 400, "invalid_grant"],
    ["a wrong password", { password: "wrong" }, {}, 400, "invalid_grant"],
    ["another grant", { grant_type: "authorization_code" }, {}, 400, "unsupported_grant_type"],
    ["JSON", {}, { body: "{}", headers: { "content-type": "application/json" } }, 400, "invalid_request"],
  ])("refuses %s", async (_, fields, init, status, error) => {
    const sandbox = await startSandbox();

    const answer = await askHumanity(sandbox, { ...withPassword(sandbox), ...fields }, init);

    expect([answer.status, answer.body["error"]]).toEqual([status, error]);
  });
});

describe("what Humanity protects", () => {
  it("is closed to a token that has expired, was revoked or is none", async () => {
    let now = 0;
    const sandbox = await startSandbox({ now: () => now });
    const old = await askHumanity(sandbox, withPassword(sandbox));
    now += 3600 * 1000;
    const revoked = await askHumanity(sandbox, withPassword(sandbox));
    sandbox.humanity.revoke("access");

    for (const token of [old.body["access_token"], revoked.body["access_token"], "nonsense", ""])
      expect(await readMe(sandbox, token)).toMatchObject({ httpStatus: 401, status: 3 });
    const renewed = await askHumanity(sandbox, withRefreshToken(revoked.body));
    expect(await readMe(sandbox, renewed.body["access_token"])).toMatchObject({ httpStatus: 200 });
  });

  it("is closed for good when everything is revoked, and when the sandbox is reset", async () => {
    const sandbox = await startSandbox();
    for (const end of [() => sandbox.humanity.revoke(), () => sandbox.reset()]) {
      const { body } = await askHumanity(sandbox, withPassword(sandbox));
      end();

      const refreshed = await askHumanity(sandbox, withRefreshToken(body));

      expect([await readMe(sandbox, body["access_token"]), refreshed.status]).toMatchObject([{ httpStatus: 401 }, 400]);
    }
  });
});
