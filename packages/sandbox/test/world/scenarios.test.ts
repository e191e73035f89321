import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { SandboxOptions } from "../../src/index.js";
import { readUserScenario, scenarios } from "../../src/world/scenarios.js";
import { untilAborted } from "../../src/base/until-aborted.js";
import { askToken, callPage, createPageFolder, startSandbox } from "../start-sandbox.js";

describe("a user id", () => {
  it.each([
    ["jane+expired-token", "expired-token"],
    ["jane+expired-token@example.org", "expired-token"],
    ["jane+health+token-500@example.org", "token-500"],
    ["+autopilot", "autopilot"],
    ["jane+autopilot+health", undefined],
    ["jane+health@example.org", undefined],
    ["jane@autopilot", undefined],
    ["autopilot", undefined],
    ["jane+", undefined],
  ])("%s carries the scenario %s", (clientUserId, name) => {
    expect(readUserScenario(clientUserId)?.name).toBe(name);
  });

  it("carries any scenario there is", () => {
    expect(scenarios.map(({ name }) => readUserScenario(`jane+${name}`)?.name)).toEqual(
      scenarios.map(({ name }) => name),
    );
  });
});

it.each(scenarios)("$name is explained in the README in the same words", ({ name, summary }) => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").replaceAll(/ +/g, " ");

  expect(readme).toContain(`| \`${name}\` | ${summary} |`);
});

describe("the page's first call", () => {
  it.each([
    ["expired-token", "SESSION_TOKEN_EXPIRED"],
    ["invalid-token", "SESSION_TOKEN_INVALID"],
    ["missing-token", "MISSING_SESSION_TOKEN"],
    ["expired-once", "SESSION_TOKEN_EXPIRED"],
  ])("of a user or a URL with %s is refused", async (name, errorCode) => {
    const sandbox = await startSandbox();

    const byUser = await callPage(sandbox, "/session", { token: sandbox.mintToken(`jane+${name}`) });
    const byQuery = await callPage(sandbox, `/session?scenario=${name}`, { token: sandbox.mintToken("jane") });

    expect([byUser, byQuery].map(({ status, body }) => [status, body["errorCode"]])).toEqual([
      [401, errorCode],
      [401, errorCode],
    ]);
  });

  it("with expired-token is refused for later tokens too", async () => {
    const sandbox = await startSandbox();
    sandbox.mintToken("jane+expired-token");

    const answer = await callPage(sandbox, "/session", { token: sandbox.mintToken("jane+expired-token") });

    expect(answer.body["errorCode"]).toBe("SESSION_TOKEN_EXPIRED");
  });

  it("with expired-once is refused for the first token and answered for the next", async () => {
    const sandbox = await startSandbox();
    const first = sandbox.mintToken("jane+expired-once");
    const { body } = await askToken(sandbox, { type: "session", client_user_id: "jane+expired-once" });

    const answers = [
      await callPage(sandbox, "/session", { token: first }),
      await callPage(sandbox, "/session", { token: String(body["session_token"]) }),
      await callPage(sandbox, "/session", { token: first }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 200, 401]);
  });

  it.each(["junk-messages", "forged-messages", "v1-names", "abnormal-close", "autopilot"])(
    "hands %s on for the page to play",
    async (name) => {
      const sandbox = await startSandbox();

      const byUser = await callPage(sandbox, "/session", { token: sandbox.mintToken(`jane+${name}`) });
      const byQuery = await callPage(sandbox, `/session?scenario=${name}`, {
        token: sandbox.mintToken("jane+v1-names"),
      });

      expect([byUser.body["scenario"], byQuery.body["scenario"]]).toEqual([name, name]);
    },
  );

  it("hands no scenario of the token service on", async () => {
    const sandbox = await startSandbox();

    const { body } = await callPage(sandbox, "/session", { token: sandbox.mintToken("jane+token-500") });

    expect(body["scenario"]).toBeNull();
  });

  it.each(["nonsense", "token-500"])("refuses %s in the URL and names what there is", async (name) => {
    const sandbox = await startSandbox();

    const answer = await callPage(sandbox, `/session?scenario=${name}`, { token: sandbox.mintToken() });

    expect(answer.status).toBe(400);
    expect(answer.body["message"]).toContain("expired-token, expired-once");
  });
});

describe("the page's HTML", () => {
  const recordWaits = (): Required<Pick<SandboxOptions, "wait">> & { waits: number[] } => {
    const waits: number[] = [];
    return { waits, wait: async (milliseconds) => void waits.push(milliseconds) };
  };

  it("is refused for a scenario that does not exist", async () => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });

    const response = await fetch(`${sandbox.url}/?scenario=nonsense`);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain("autopilot");
  });

  it.each(["query", "user"])("is a plain 500 with server-error by %s", async (way) => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });
    const query = way === "query" ? "scenario=server-error" : `token=${sandbox.mintToken("jane+server-error")}`;

    expect((await fetch(`${sandbox.url}/?${query}`)).status).toBe(500);
  });

  it("waits four seconds with slow-page", async () => {
    const { waits, wait } = recordWaits();
    const sandbox = await startSandbox({ pageFolder: createPageFolder(), wait });

    const response = await fetch(`${sandbox.url}/?token=${sandbox.mintToken("jane+slow-page")}`);

    expect(response.status).toBe(200);
    expect(waits).toEqual([4000]);
  });

  it.each(["never-loads", "slow-page"])(
    "with %s is still out when the sandbox closes, which hangs up",
    async (name) => {
      const sandbox = await startSandbox({ pageFolder: createPageFolder() });
      let isSettled = false;
      const page = fetch(`${sandbox.url}/?scenario=${name}`).finally(() => (isSettled = true));
      page.catch(() => undefined);
      await vi.waitFor(() => expect(sandbox.requests).toHaveLength(1));
      await fetch(`${sandbox.url}/?scenario=autopilot`);

      expect(isSettled).toBe(false);
      await sandbox.close();
      await expect(page).rejects.toThrow();
    },
  );

  it("with never-loads lets a client go away and serves the next", async () => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });
    const client = new AbortController();
    const page = fetch(`${sandbox.url}/?scenario=never-loads`, { signal: client.signal });
    await vi.waitFor(() => expect(sandbox.requests).toHaveLength(1));

    client.abort();

    await expect(page).rejects.toThrow();
    expect((await fetch(`${sandbox.url}/`)).status).toBe(200);
  });
});

describe("the token service", () => {
  it("answers 500 with token-500", async () => {
    const sandbox = await startSandbox();

    const answer = await askToken(sandbox, { type: "session", client_user_id: "jane+token-500@example.org" });

    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ statusCode: 500, errorCode: "INTERNAL_SERVER_ERROR" });
  });

  it("waits five seconds with token-slow, and then answers", async () => {
    const waits: number[] = [];
    const sandbox = await startSandbox({ wait: async (milliseconds) => void waits.push(milliseconds) });

    const answer = await askToken(sandbox, { type: "session", client_user_id: "jane+token-slow" });

    expect(answer.status).toBe(200);
    expect(waits).toEqual([5000]);
  });

  it("with token-slow does nothing for a client that has gone", async () => {
    const client = new AbortController();
    const signals: AbortSignal[] = [];
    const wait = async (_: number, signal: AbortSignal): Promise<void> => {
      signals.push(signal);
      if (signals.length === 1) await untilAborted(signal);
    };
    const sandbox = await startSandbox({ wait });
    const fields = {
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
      client_user_id: "jane+token-slow",
    };
    const pending = fetch(`${sandbox.authUrl}/v1/connect/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...fields, type: "session" }),
      signal: client.signal,
    });
    await vi.waitFor(() => expect(signals).toHaveLength(1));

    client.abort();
    await expect(pending).rejects.toThrow();
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));

    const answer = await askToken(sandbox, { type: "access", client_user_id: "jane+token-slow" });
    expect(answer.body["errorCode"]).toBe("UNKNOWN_CLIENT_USER_ID");
  });

  it("hangs up with token-drop", async () => {
    const sandbox = await startSandbox();

    await expect(askToken(sandbox, { type: "session", client_user_id: "jane+token-drop" })).rejects.toThrow(
      "fetch failed",
    );
  });

  it("still refuses a wrong secret first", async () => {
    const sandbox = await startSandbox();

    const answer = await askToken(sandbox, {
      type: "session",
      client_secret: "wrong",
      client_user_id: "jane+token-500",
    });

    expect(answer.status).toBe(401);
  });
});
