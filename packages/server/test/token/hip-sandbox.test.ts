import { describe, expect, it } from "vitest";
import { createApi, outcomeOf, startSandbox } from "../support/support.js";

const countAdmin = (sandbox: { requests: readonly { pathname: string }[] }): number =>
  sandbox.requests.filter(({ pathname }) => pathname === "/v1/admin/token").length;

describe("hip.accessToken against the sandbox", () => {
  it.each([
    ["jane", { type: "access", token: expect.stringMatching(/^[\w-]{43}$/) }, 1],
    ["nobody", { code: "unknown-client-user-id", status: 404 }, 1],
    ["deleted", { code: "access-token-generation-not-allowed", status: 403 }, 1],
    ["jane+token-500", { code: "upstream-failed", status: 500, retryable: true }, 3],
    ["jane+token-drop", { code: "upstream-unreachable", status: undefined, retryable: true }, 3],
  ])("for %s", async (user, expected, calls) => {
    const sandbox = await startSandbox();
    for (const name of ["jane", "jane+token-500", "jane+token-drop", "deleted"]) sandbox.connectSource(name);
    sandbox.deleteUser("deleted");

    expect(await outcomeOf(createApi(sandbox).hip.accessToken(user))).toMatchObject(expected);
    expect(countAdmin(sandbox)).toBe(calls);
  });

  it("is another token than that of accessToken, and each is kept", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const api = createApi(sandbox);

    const tokens = [];
    for (const take of [api.accessToken, api.hip.accessToken, api.accessToken, api.hip.accessToken])
      tokens.push((await take("jane")).token);

    expect(new Set(tokens).size).toBe(2);
    expect(countAdmin(sandbox)).toBe(1);
  });
});

describe("hip.clientToken against the sandbox", () => {
  it.each([
    [{}, {}, { type: "client", token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) }],
    [{ adminApi: false }, {}, { code: "client-token-generation-not-allowed", status: 403 }],
    [{}, { clientId: "nobody" }, { code: "invalid-client-id", status: 401 }],
    [{}, { clientSecret: "wrong" }, { code: "invalid-client-id-or-secret", status: 401 }],
  ])("of a sandbox with %o, with %o", async (sandboxOptions, options, expected) => {
    const sandbox = await startSandbox(sandboxOptions);

    expect(await outcomeOf(createApi(sandbox, options).hip.clientToken())).toMatchObject(expected);
  });

  it("is kept for the whole application", async () => {
    const sandbox = await startSandbox();
    const api = createApi(sandbox);

    const [first, second] = [await api.hip.clientToken(), await api.hip.clientToken()];

    expect(second.token).toBe(first.token);
    expect(countAdmin(sandbox)).toBe(1);
  });
});
