import { describe, expect, it, onTestFinished, vi } from "vitest";
import { HumanApiError } from "../../src/index.js";
import { readRetryAfter, toRetryPause } from "../../src/service/retry-pause.js";
import {
  createApiOn,
  createLogBook,
  outcomeOf,
  type ScriptedAnswer,
  sessionAnswer,
  startService,
} from "../support/support.js";

const hangUp: ScriptedAnswer = (response) => response.socket?.destroy();
const hangUpInside: ScriptedAnswer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
  response.write('{"session_token":');
  setImmediate(() => response.destroy());
};
const silence: ScriptedAnswer = () => {};

/**
 * Stops the timers until the test is over: a deadline of a few milliseconds would be over on a busy machine before the service is asked.
 *
 * @returns Lets time pass, once what runs now has ended.
 */
function holdTime(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms) => void setImmediate(() => vi.advanceTimersByTime(ms));
}

describe("a call", () => {
  it.each<[string, ScriptedAnswer]>([
    ["500", { status: 500 }],
    ["502", { status: 502, text: "<h1>Bad gateway</h1>" }],
    ["503", { status: 503 }],
    ["429", { status: 429 }],
    ["429 with a pause", { status: 429, headers: { "retry-after": "0" } }],
    ["a connection that ends", hangUp],
    ["a body that ends", hangUpInside],
  ])("is made again after %s", async (_, trouble) => {
    const { url, calls } = await startService(trouble, trouble, sessionAnswer("third"));

    expect(await createApiOn(url).sessionToken("jane")).toMatchObject({ token: "third" });
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it.each([400, 401, 403, 404, 405, 409, 415, 422])("is not made again after %i", async (status) => {
    const { url, calls } = await startService({ status }, sessionAnswer());

    await expect(createApiOn(url).sessionToken("jane")).rejects.toMatchObject({ status, retryable: false });
    expect(calls).toHaveLength(1);
  });

  it.each([0, 1, 5])("is made again %i times at most", async (retries) => {
    const { url, calls } = await startService({ status: 503 });

    await expect(createApiOn(url, { retries }).sessionToken("jane")).rejects.toMatchObject({
      code: "upstream-failed",
      status: 503,
    });
    expect(calls).toHaveLength(retries + 1);
  });

  it("is given up when the service asks for more patience than a click has, and tells how much", async () => {
    const { url, calls } = await startService({ status: 429, headers: { "retry-after": "120" } }, sessionAnswer());

    await expect(createApiOn(url).sessionToken("jane")).rejects.toMatchObject({
      code: "rate-limited",
      retryable: true,
      retryAfterSeconds: 120,
    });
    expect(calls).toHaveLength(1);
  });

  it("ends with its deadline, also in the middle of a pause", async () => {
    const { url, calls } = await startService({ status: 503, headers: { "retry-after": "5" } }, sessionAnswer());
    const pass = holdTime();
    const humanApi = createApiOn(url, { timeoutMs: 100, onLog: () => pass(100) });

    await expect(humanApi.sessionToken("jane")).rejects.toMatchObject({ code: "upstream-timeout" });
    expect(calls).toHaveLength(1);
  });

  it.each<[string, ScriptedAnswer]>([
    ["never answers", silence],
    ["stops in the middle of its body", (response) => void response.writeHead(200).write('{"session_')],
  ])("ends with its deadline when the service %s, and hangs up", async (_, answer) => {
    let hasLeft: Promise<void> | undefined;
    const pass = holdTime();
    const { url, calls } = await startService((response, request) => {
      hasLeft = new Promise((resolve) => response.once("close", resolve));
      (answer as (response: unknown, request: unknown) => void)(response, request);
      pass(100);
    });

    await expect(createApiOn(url, { timeoutMs: 100 }).sessionToken("jane")).rejects.toMatchObject({
      code: "upstream-timeout",
      retryable: true,
    });
    await hasLeft;
    expect(calls).toHaveLength(1);
  });

  it("ends with a deadline although its fetch ignores signals", async () => {
    const humanApi = createApiOn("https://auth.example", { timeoutMs: 30, fetch: () => new Promise(() => {}) });

    await expect(humanApi.sessionToken("jane")).rejects.toMatchObject({ code: "upstream-timeout" });
  });

  it("tells each attempt to the log, without secrets", async () => {
    const { records, onLog } = createLogBook();
    const { url } = await startService(
      { status: 503, json: { "x-humanapi-request-id": "request-1" } },
      hangUp,
      sessionAnswer("a-token-that-nobody-logs"),
    );

    await createApiOn(url, { onLog }).sessionToken("jane-of-the-secret-id");

    expect(records).toEqual([
      {
        level: "warn",
        event: "upstream-failed",
        path: "/v1/connect/token",
        attempt: 1,
        durationMs: expect.any(Number),
        status: 503,
        code: "upstream-failed",
        requestId: "request-1",
      },
      {
        level: "warn",
        event: "upstream-failed",
        path: "/v1/connect/token",
        attempt: 2,
        durationMs: expect.any(Number),
        status: undefined,
        code: "upstream-unreachable",
        requestId: undefined,
      },
      {
        level: "info",
        event: "upstream-answered",
        path: "/v1/connect/token",
        attempt: 3,
        durationMs: expect.any(Number),
        status: 200,
      },
    ]);
  });

  it("is not harmed by a log that throws", async () => {
    const { url } = await startService(sessionAnswer("t"));
    const { error } = console;
    const told: unknown[] = [];
    console.error = (...words) => void told.push(words);
    try {
      const humanApi = createApiOn(url, {
        onLog: () => {
          throw new Error("no disk");
        },
      });
      expect(await humanApi.sessionToken("jane")).toMatchObject({ token: "t" });
    } finally {
      console.error = error;
    }
    expect(JSON.stringify(told)).toContain("no disk");
  });
});

describe("the caller's signal", () => {
  it("ends the caller's wait, and the call goes on: its token is there for the next", async () => {
    let answer = (): void => {};
    let arrived = (): void => {};
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const { url, calls } = await startService((response) => {
      answer = () => void response.end('{"session_token":"shared","human_id":"human-1","expires_in":3600}');
      arrived();
    });
    const controller = new AbortController();
    const humanApi = createApiOn(url);
    const outcome = outcomeOf(humanApi.sessionToken("jane", { signal: controller.signal }));
    await hasArrived;

    controller.abort(new Error("the person has left"));

    expect(await outcome).toEqual(new Error("the person has left"));
    answer();
    expect(await humanApi.sessionToken("jane")).toMatchObject({ token: "shared" });
    expect(calls).toHaveLength(1);
  });

  it("ends a pause between attempts", async () => {
    const controller = new AbortController();
    const { url, calls } = await startService({ status: 503, headers: { "retry-after": "5" } });
    const { onLog, records } = createLogBook();
    const humanApi = createApiOn(url, {
      onLog: (record) => {
        onLog(record);
        controller.abort();
      },
    });

    const outcome = await outcomeOf(humanApi.sessionToken("jane", { signal: controller.signal }));

    expect(outcome).toBe(controller.signal.reason);
    expect(outcome).not.toBeInstanceOf(HumanApiError);
    expect([calls.length, records.length]).toEqual([1, 1]);
  });

  it("that has aborted already asks nobody", async () => {
    const { url, calls } = await startService(sessionAnswer());

    await expect(createApiOn(url).sessionToken("jane", { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    expect(calls).toEqual([]);
  });
});

describe("the pause before another attempt", () => {
  it.each<[number, number | undefined, number, number | undefined]>([
    [1, undefined, 1, 200],
    [2, undefined, 1, 400],
    [3, undefined, 1, 800],
    [10, undefined, 1, 2000],
    [3, undefined, 0.5, 400],
    [3, undefined, 0, 0],
    [1, 0, 1, 0],
    [1, 5, 0, 5000],
    [1, 6, 0, undefined],
  ])("after attempt %i with Retry-After %s and chance %d is %s ms", (attempt, retryAfter, random, expected) => {
    expect(toRetryPause(attempt, retryAfter, random)).toBe(expected);
  });

  const now = Date.parse("2026-11-21T10:00:00Z");
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ "retry-after": "3" }, 3],
    [{ "retry-after": " 3 " }, 3],
    [{ "retry-after": "-3" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "Sat, 21 Nov 2026 10:00:30 GMT" }, 30],
    [{ "retry-after": "Sat, 21 Nov 2026 09:00:00 GMT" }, 0],
    // Their clock is an hour ahead of ours.
    [{ "retry-after": "Sat, 21 Nov 2026 11:00:30 GMT", date: "Sat, 21 Nov 2026 11:00:00 GMT" }, 30],
  ])("is read from %o", (headers, expected) => {
    expect(readRetryAfter(new Headers(headers), now)).toBe(expected);
  });
});
