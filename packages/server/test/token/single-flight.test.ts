import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/token/mint-marks.js";
import { createPendingCalls } from "../../src/token/pending-calls.js";
import {
  countCalls,
  createApi,
  createApiOn,
  outcomeOf,
  type ScriptedAnswer,
  sessionAnswer,
  startSandbox,
  startService,
} from "../support/support.js";

describe("100 who ask at once", () => {
  it.each<[string, number]>([
    ["sessionToken", 1],
    ["connectToken", 1],
  ])("for a %s share one call", async (name, expected) => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);

    const tokens = await Promise.all(
      Array.from({ length: 100 }, () => humanApi[name as "sessionToken" | "connectToken"]("jane")),
    );

    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(countCalls(sandbox)).toBe(expected);
  });

  it("for somebody who has connected a source share the refusal and the second call", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    const humanApi = createApi(sandbox);

    const tokens = await Promise.all(Array.from({ length: 100 }, () => humanApi.connectToken("jane")));

    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(countCalls(sandbox)).toBe(2);
  });

  it("share a failure too, and the next one asks anew", async () => {
    const { url, calls } = await startService({ status: 400 }, sessionAnswer("second"));
    const humanApi = createApiOn(url);

    const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(humanApi.sessionToken("jane"))));

    expect(new Set(outcomes).size).toBe(1);
    expect(calls).toHaveLength(1);
    expect(await humanApi.sessionToken("jane")).toMatchObject({ token: "second" });
  });

  it("for different people get their own", async () => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);

    const tokens = await Promise.all(Array.from({ length: 100 }, (_, index) => humanApi.sessionToken(`user-${index}`)));

    expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
    expect(countCalls(sandbox)).toBe(100);
  });

  it("for a fresh token share one call, which is not the one before", async () => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);
    const { token: refused } = await humanApi.connectToken("jane");

    const tokens = await Promise.all(Array.from({ length: 100 }, () => humanApi.connectToken("jane", { fresh: true })));

    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(tokens[0]!.token).not.toBe(refused);
    expect(countCalls(sandbox)).toBe(2);
    expect(await humanApi.connectToken("jane")).toMatchObject({ token: tokens[0]!.token });
  });
});

describe("a call for a fresh token and one for any", () => {
  it("share one call of the service where no token is kept", async () => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);

    const [any, fresh] = await Promise.all([
      humanApi.sessionToken("jane"),
      humanApi.sessionToken("jane", { fresh: true }),
    ]);

    expect(fresh.token).toBe(any.token);
    expect(countCalls(sandbox)).toBe(1);
  });

  it("get different tokens where the one for any finds the refused one while the other waits for it", async () => {
    const sandbox = await startSandbox();
    const entries = new Map<string, string>();
    const held = Promise.withResolvers<void>();
    let looks = 0;
    const store = {
      get: (key: string) => entries.get(key),
      set: (key: string, value: string) => entries.set(key, value),
      delete: (key: string) => entries.delete(key),
    };
    const slow = {
      ...store,
      async get(key: string) {
        if (key.endsWith(":session") && ++looks === 2) await held.promise;
        return entries.get(key);
      },
    };
    const humanApi = createApi(sandbox, { store: slow });
    const any = humanApi.sessionToken("jane");
    await expect.poll(() => looks).toBe(2);
    const { token: refused } = await createApi(sandbox, { store }).sessionToken("jane");

    const fresh = humanApi.sessionToken("jane", { fresh: true });
    await new Promise((resolve) => setImmediate(resolve));
    held.resolve();

    expect((await any).token).toBe(refused);
    expect((await fresh).token).not.toBe(refused);
    expect(countCalls(sandbox)).toBe(2);
  });
});

describe("a slow store", () => {
  it.each(["sessionToken", "connectToken"] as const)("does not make anybody ask twice for a %s", async (name) => {
    const sandbox = await startSandbox();
    const entries = new Map<string, string>();
    // The first who read are answered last.
    let delayMs = 40;
    const store = {
      get: async (key: string) => {
        const value = entries.get(key);
        await new Promise((resolve) => setTimeout(resolve, (delayMs -= 5)));
        return value;
      },
      set: (key: string, value: string) => entries.set(key, value),
      delete: (key: string) => entries.delete(key),
    };
    const humanApi = createApi(sandbox, { store });
    const asked: Promise<unknown>[] = [];
    for (let index = 0; index < 8; index++) {
      asked.push(humanApi[name]("jane"));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }

    await Promise.all(asked);

    expect(countCalls(sandbox)).toBe(1);
  });
});

describe("one who leaves", () => {
  const held = (): { answer: ScriptedAnswer; release: () => void } => {
    let release = (): void => {};
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const answer: ScriptedAnswer = (response) =>
      void isReleased.then(() => response.end('{"session_token":"t","human_id":"h","expires_in":3600}'));
    return { answer, release };
  };

  it("changes nothing for the others", async () => {
    const { answer, release } = held();
    const { url, calls } = await startService(answer);
    const humanApi = createApiOn(url);
    const controller = new AbortController();
    const leaving = outcomeOf(humanApi.connectToken("jane", { signal: controller.signal }));
    const staying = humanApi.connectToken("jane");

    controller.abort();

    expect(await leaving).toBe(controller.signal.reason);
    release();
    expect(await staying).toMatchObject({ token: "t" });
    expect(calls).toHaveLength(1);
  });
});

describe("a flight", () => {
  const callsOfJane = () => createPendingCalls({ marks: noMarks, longestMs: 60_000 }).of("jane");

  it("goes on when the last one has left, and the next one joins it", async () => {
    const { dedupe } = callsOfJane();
    const answered = Promise.withResolvers<string>();
    let calls = 0;
    const task = (): Promise<string> => (calls++, answered.promise);
    const [one, two] = [new AbortController(), new AbortController()];
    const first = outcomeOf(dedupe("token", task, one.signal));
    const second = outcomeOf(dedupe("token", task, two.signal));

    one.abort("one");
    two.abort("two");

    expect([await first, await second]).toEqual(["one", "two"]);
    const third = dedupe("token", task);
    answered.resolve("token-1");
    expect([await third, calls]).toEqual(["token-1", 1]);
  });

  it("that never ends is given up by whoever comes when its time is over, and by whoever waits", async () => {
    const { dedupe } = createPendingCalls({ marks: noMarks, longestMs: 20 }).of("jane");
    const lost = outcomeOf(dedupe("token", () => new Promise<string>(() => {})));

    expect(await dedupe("token", () => Promise.resolve("token-2"))).toBe("token-2");
    expect(await Promise.race([lost, Promise.resolve("waits")])).toBe("waits");
  });

  it("that fails after everybody has left is no unhandled rejection", async () => {
    const { dedupe } = callsOfJane();
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const controller = new AbortController();
    const failing = Promise.withResolvers<never>();
    const left = outcomeOf(dedupe("token", () => failing.promise, controller.signal));

    controller.abort("left");
    failing.reject(new Error("late"));

    expect(await left).toBe("left");
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  it("leaves no listener on a signal that goes on", async () => {
    const { dedupe } = callsOfJane();
    const { signal } = new AbortController();
    const counts = { added: 0, removed: 0 };
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      counts.added++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      counts.removed++;
      removeEventListener.apply(signal, args);
    };

    await Promise.all([dedupe("a", () => Promise.resolve(1), signal), dedupe("a", () => Promise.resolve(2), signal)]);
    await outcomeOf(dedupe("b", () => Promise.reject(new Error("no")), signal));
    await new Promise((resolve) => setImmediate(resolve));

    expect(counts).toEqual({ added: 3, removed: 3 });
  });
});
