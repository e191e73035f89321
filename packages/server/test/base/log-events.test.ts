import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { createHumanApi, createTokenHandler, type LogRecord } from "../../src/index.js";
import { createApi, createLogBook, outcomeOf, startSandbox } from "../support/support.js";

type Levels = { [Each in LogRecord as Each["event"]]: Record<Each["level"], true> };

/** Every event with every level that it may have: the compiler refuses this when one is missing or too many. */
const levels: Levels = {
  "token-answered": { info: true, warn: true, error: true },
  "notification-answered": { info: true, warn: true, error: true },
  "handler-failed": { error: true },
  "upstream-answered": { info: true },
  "upstream-declined": { info: true },
  "upstream-failed": { warn: true },
  "store-failed": { warn: true },
  "store-wrong-answer": { error: true },
  "store-recovered": { info: true },
};

it("has a README that lists every event with its levels and what it means", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.slice(readme.indexOf("\n## Logging")).split("\n## ")[1] ?? "";
  const rows = [...section.matchAll(/^\| `([a-z-]+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)];

  expect(rows.map(([, event, told]) => [event, told?.split(", ")])).toEqual(
    Object.entries(levels).map(([event, known]) => [event, Object.keys(known)]),
  );
  for (const [, , , meaning = "", remedy = ""] of rows) {
    expect(meaning.length).toBeGreaterThan(20);
    expect(remedy.length).toBeGreaterThan(3);
  }
});

describe("the first click of a user with a connected source", () => {
  it("is told without a warning, by an event of its own", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const { records, onLog } = createLogBook();
    const handle = createTokenHandler({ humanApi: createApi(sandbox, { onLog }), identify: () => "jane", onLog });

    const { status } = await handle(new Request("https://app.example.com/token", { method: "POST" }));

    expect(status).toBe(200);
    expect(records.map(({ level, event }) => [level, event])).toEqual([
      ["info", "upstream-declined"],
      ["info", "upstream-answered"],
      ["info", "token-answered"],
    ]);
    expect(records[0]).toMatchObject({ path: "/v1/connect/token", status: 403, code: "not-authorized", attempt: 1 });
  });

  it("puts nothing on the console", async () => {
    const said = vi.fn();
    for (const method of ["log", "info", "warn", "error"] as const) vi.spyOn(console, method).mockImplementation(said);
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const { authUrl, clientId, clientSecret } = sandbox;

    await createHumanApi({ authUrl, clientId, clientSecret }).connectToken("jane");

    vi.restoreAllMocks();
    expect(said).not.toHaveBeenCalled();
  });
});

it("somebody who has disconnected everything is no warning either", async () => {
  const sandbox = await startSandbox();
  sandbox.connectSource("jane");
  const { records, onLog } = createLogBook();
  const humanApi = createApi(sandbox, { onLog });
  await humanApi.connectToken("jane");
  sandbox.deleteUser("jane");

  await humanApi.connectToken("jane", { fresh: true });

  expect(records.filter(({ level }) => level !== "info")).toEqual([]);
  expect(records).toContainEqual(
    expect.objectContaining({ event: "upstream-declined", code: "unknown-client-user-id" }),
  );
});

it.each([
  ["an access token before any source is connected", "accessToken", {}, "unknown-client-user-id"],
  ["a wrong secret", "sessionToken", { clientSecret: "wrong" }, "invalid-client-id-or-secret"],
] as const)("%s is still a warning", async (_, method, options, code) => {
  const { records, onLog } = createLogBook();
  const humanApi = createApi(await startSandbox(), { onLog, ...options });

  await outcomeOf(humanApi[method]("jane"));

  expect(records).toEqual([expect.objectContaining({ level: "warn", event: "upstream-failed", code })]);
});
