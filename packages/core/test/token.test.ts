import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HumanConnectError } from "../src/errors.js";
import type { TokenReason } from "../src/options.js";
import type { AskedToken, TokenDesk } from "../src/token-desk.js";
import { clearDesk, readGrant, takeToken } from "../src/token.js";

const minute = 60_000;
const secret = "s3cr3t-value-0815";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a function throws, which must be an error of the kit. */
function failureOf(call: () => unknown): HumanConnectError {
  try {
    call();
  } catch (error) {
    if (error instanceof HumanConnectError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("readGrant", () => {
  it.each<[grant: unknown, value: string, expiresInMs: number]>([
    ["abc", "abc", minute],
    ["  abc\n", "abc", minute],
    ["eyJhbGciOi.eyJzdWIi.c2ln-_", "eyJhbGciOi.eyJzdWIi.c2ln-_", minute],
    [{ token: "abc" }, "abc", minute],
    [{ token: "abc", expiresIn: 10 }, "abc", 10_000],
    [{ session_token: "abc", expires_in: 3600 }, "abc", 3_600_000],
    [{ session_token: "abc", human_id: "h", expires_in: 3600 }, "abc", 3_600_000],
    [{ token_type: "Bearer", id_token: "abc", id_refresh_token: "idrt-1", expires_in: 86_400 }, "abc", 86_400_000],
    [{ id_token: "abc" }, "abc", minute],
    [{ token: "kit", session_token: "wire" }, "kit", minute],
    [{ session_token: "session", id_token: "id" }, "session", minute],
    [{ token: "abc", expiresIn: "120" }, "abc", 120_000],
    [{ token: "abc", expiresIn: 5, expires_in: 6 }, "abc", 5000],
    [{ token: "abc", expiresIn: 0 }, "abc", minute],
    [{ token: "abc", expiresIn: -5 }, "abc", minute],
    [{ token: "abc", expiresIn: null }, "abc", minute],
    [{ token: "abc", expiresIn: "soon" }, "abc", minute],
    [{ token: "abc", expiresIn: Number.NaN }, "abc", minute],
    [{ token: "abc", expiresIn: {} }, "abc", minute],
    [{ token: "abc", client_secret: "" }, "abc", minute],
    [{ token: "abc", access_token: null }, "abc", minute],
  ])("reads %j", (grant, value, expiresInMs) => {
    expect(readGrant(grant)).toEqual({ value, expiresInMs });
  });

  it.each<[name: string, grant: unknown, says: string]>([
    ["undefined", undefined, "returned undefined"],
    ["null", null, "returned null"],
    ["a number", 815, "returned number"],
    ["a boolean", true, "returned boolean"],
    ["a function", () => secret, "returned function"],
    ["an empty text", "", "an empty text"],
    ["white space", " \n\t", "an empty text"],
    ["an HTML page", `<!doctype html><title>${secret}</title>`, "no token"],
    ["an HTML page on one word", `<html>${secret}</html>`, "no token"],
    ["JSON text", JSON.stringify({ session_token: secret }), "no token"],
    ["a quoted token", JSON.stringify(secret), "no token"],
    ["a sentence", `Your token is ${secret}`, "no token"],
    ["an empty object", {}, "an object without a token"],
    ["an array", [secret], "an object without a token"],
    ["a date", new Date(0), "an object without a token"],
    ["a token that is a number", { token: 815 }, "an object without a token"],
    ["a token that is an object", { token: { value: secret } }, "an object without a token"],
    ["an empty token", { token: "" }, "an empty text"],
    ["an HTML page as a token", { session_token: `<p>${secret}` }, "no token"],
    ["an answer one level too deep", { data: { session_token: secret } }, "an object without a token"],
    ["a wire error", { statusCode: 401, errorCode: "NOT_AUTHORIZED", message: secret }, "an object without a token"],
    ["a Response", new Response(JSON.stringify({ session_token: secret })), "a Response without .json()"],
  ])("refuses %s and says what it was, never its value", (_name, grant, says) => {
    const error = failureOf(() => readGrant(grant));

    expect(error.code).toBe("token-malformed");
    expect(error.message).toContain(says);
    expect(error.message).not.toContain(secret);
    expect(error.message).not.toContain("815");
  });

  it.each(["client_secret", "clientSecret", "access_token", "accessToken", "refresh_token"])(
    "refuses a grant that exposes %s, and never repeats it",
    (name) => {
      const error = failureOf(() => readGrant({ session_token: "abc", [name]: secret }));

      expect(error.code).toBe("token-exposed");
      expect(error.message).toContain(name);
      expect(`${error.message} ${error.userMessage} ${String(error.cause)}`).not.toContain(secret);
    },
  );

  it.each([{ toString: "" }, [{ valueOf: 1, toString: 2 }], null, true])(
    "takes a life of %j for one that nobody knows",
    (expiresIn) => {
      expect(readGrant({ token: "abc", expiresIn })).toEqual(readGrant("abc"));
    },
  );

  it("gives a usable token or an error of the kit for anything that JSON can hold", () => {
    const grants = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.record(
        {
          token: fc.jsonValue(),
          session_token: fc.jsonValue(),
          id_token: fc.string(),
          expires_in: fc.jsonValue(),
          expiresIn: fc.oneof(fc.double(), fc.jsonValue()),
          access_token: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );

    fc.assert(
      fc.property(grants, (grant) => {
        try {
          const { value, expiresInMs } = readGrant(grant);
          expect(value).toMatch(/^[^\s<>"]+$/);
          expect(expiresInMs).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HumanConnectError);
          expect((error as HumanConnectError).code).toMatch(/^token-(malformed|exposed)$/);
        }
      }),
    );
  });

  it("repeats no text of the grant in a message", () => {
    const value = fc.stringMatching(/^[0-9a-f]{12}$/);
    const grants = value.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.constantFrom<unknown>(
          `<b>${text}`,
          `"${text}"`,
          `${text} ${text}`,
          { [text]: text },
          { token: [text] },
          { token: `${text} ` + text },
          { client_secret: text },
          { access_token: text, token: text },
          [text],
        ),
      ),
    );

    fc.assert(
      fc.property(grants, ([text, grant]) => {
        const { message, userMessage, cause } = failureOf(() => readGrant(grant));

        expect(`${message} ${userMessage} ${String(cause)}`).not.toContain(text);
      }),
    );
  });
});

interface Call {
  readonly reason: TokenReason;
  readonly signal: AbortSignal;
  readonly resolve: (grant: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A desk whose `getToken` answers when the test says so, as the person who is signed in then. */
function createDesk(): { desk: TokenDesk; calls: Call[]; signIn: (user: string | undefined) => void } {
  const calls: Call[] = [];
  let signedIn: string | undefined;
  const desk: TokenDesk = {
    ask(reason) {
      const controller = new AbortController();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      promise.catch(() => {});
      calls.push({ reason, signal: controller.signal, resolve, reject });
      const asked: AskedToken = { reason, user: signedIn, controller, grant: promise };
      return (desk.asked = asked);
    },
  };
  return { desk, calls, signIn: (user) => (signedIn = user) };
}

describe("takeToken", () => {
  it("asks once for all who wait at the same time", async () => {
    const { desk, calls } = createDesk();
    const waiting = [
      takeToken(desk, "prefetch", { timeoutMs: 1000, user: undefined }),
      takeToken(desk, "open", { timeoutMs: 1000, user: undefined }),
      takeToken(desk, "open", { timeoutMs: 1000, user: undefined }),
    ];

    calls[0]!.resolve("abc");

    await expect(Promise.all(waiting)).resolves.toEqual(["abc", "abc", "abc"]);
    expect(calls).toHaveLength(1);
  });

  it("has one deadline for all who wait, from when the first began to", async () => {
    const { desk } = createDesk();
    const first = takeToken(desk, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );
    await vi.advanceTimersByTimeAsync(600);
    const second = takeToken(desk, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );

    await vi.advanceTimersByTimeAsync(400);

    expect(await Promise.race([Promise.all([first, second]), vi.advanceTimersByTimeAsync(0)])).toEqual([
      "token-timeout",
      "token-timeout",
    ]);
  });

  it("joins a call that was made before anybody waited", async () => {
    const { desk, calls } = createDesk();
    desk.ask("open");

    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve("abc");

    await expect(waiting).resolves.toBe("abc");
    expect(calls).toHaveLength(1);
  });

  it.each([
    ["half a life for a short one", 40, 20],
    ["all but thirty seconds of a long one", 3600, 3570],
  ])("keeps a user's token for %s", async (_name, expiresIn, keptSeconds) => {
    const { desk, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(desk, "open", { timeoutMs: 1000, user: "ada" });
    calls[0]!.resolve({ token: "first", expiresIn });
    await first;

    await vi.advanceTimersByTimeAsync(keptSeconds * 1000 - 1);
    await expect(takeToken(desk, "open", { timeoutMs: 1000, user: "ada" })).resolves.toBe("first");
    await vi.advanceTimersByTimeAsync(1);
    const second = takeToken(desk, "open", { timeoutMs: 1000, user: "ada" });
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
    expect(calls).toHaveLength(2);
  });

  it("counts a token's life from when it was asked for", async () => {
    const { desk, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(desk, "open", { timeoutMs: 100_000, user: "ada" });
    await vi.advanceTimersByTimeAsync(20_000);
    calls[0]!.resolve({ token: "first", expiresIn: 100 });
    await first;

    expect(desk.held?.until).toBe(1_000_000 + 70_000);
  });

  it("keeps a token of nobody in particular for thirty seconds, whatever its life", async () => {
    const { desk, calls } = createDesk();
    const first = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve({ token: "first", expiresIn: 86_400 });
    await first;

    await vi.advanceTimersByTimeAsync(29_999);
    await expect(takeToken(desk, "open", { timeoutMs: 1000, user: undefined })).resolves.toBe("first");
    await vi.advanceTimersByTimeAsync(1);

    void takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    expect(calls).toHaveLength(2);
  });

  it.each([
    ["another user", "ada", "bob"],
    ["nobody in particular", "ada", undefined],
    ["a user who was nobody before", undefined, "ada"],
  ])("never gives a token that is held to %s", async (_name, owner, next) => {
    const { desk, calls, signIn } = createDesk();
    signIn(owner);
    const first = takeToken(desk, "open", { timeoutMs: 1000, user: owner });
    calls[0]!.resolve("first");
    await first;

    signIn(next);
    const second = takeToken(desk, "open", { timeoutMs: 1000, user: next });
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
  });

  it("never gives a token that is under way to another user, and aborts it", async () => {
    const { desk, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(desk, "prefetch", { timeoutMs: 1000, user: "ada" }).catch(() => "refused");

    signIn("bob");
    const second = takeToken(desk, "open", { timeoutMs: 1000, user: "bob" });
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[0]!.resolve("first");
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
    await first;
    await expect(takeToken(desk, "open", { timeoutMs: 1000, user: "bob" })).resolves.toBe("second");
  });

  it("asks for itself when the call on intent fails", async () => {
    const { desk, calls } = createDesk();
    const guess = takeToken(desk, "prefetch", { timeoutMs: 1000, user: undefined });
    const click = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(new Error("not yet"));
    await expect(guess).rejects.toMatchObject({ code: "token-failed" });
    calls[1]!.resolve("abc");

    await expect(click).resolves.toBe("abc");
    expect(calls.map(({ reason }) => reason)).toEqual(["prefetch", "open"]);
  });

  it("asks for itself when the call on intent hangs", async () => {
    const { desk, calls } = createDesk();
    void takeToken(desk, "prefetch", { timeoutMs: 1000, user: undefined }).catch(() => {});
    const click = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    await vi.advanceTimersByTimeAsync(1000);
    calls[1]!.resolve("abc");

    await expect(click).resolves.toBe("abc");
    expect(calls[0]!.signal.aborted).toBe(true);
  });

  it("asks nobody again after the desk was cleared under it", async () => {
    const { desk, calls } = createDesk();
    desk.ask("prefetch");
    const click = takeToken(desk, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );

    clearDesk(desk);
    calls[0]!.reject(calls[0]!.signal.reason);
    await vi.advanceTimersByTimeAsync(2000);

    expect(calls).toHaveLength(1);
    await expect(click).resolves.toBe("token-failed");
  });

  it("fails when its own call fails, keeps the cause, and asks anew the next time", async () => {
    const { desk, calls } = createDesk();
    const cause = new Error("503");
    const first = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(cause);
    await expect(first).rejects.toMatchObject({ code: "token-failed", cause });
    const second = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    calls[1]!.resolve("abc");

    await expect(second).resolves.toBe("abc");
  });

  it("says that the browser is offline when that is why a call failed", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(new TypeError("Failed to fetch"));

    await expect(waiting).rejects.toMatchObject({ code: "offline" });
  });

  it("passes on an error of the kit as it is", async () => {
    const { desk, calls } = createDesk();
    const own = new HumanConnectError("token-expired", "It has expired. Sign in again.");
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(own);

    await expect(waiting).rejects.toBe(own);
  });

  it("gives up after the deadline, tells how long that was, and aborts the call", async () => {
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1234, user: undefined });

    const outcome = waiting.catch((error: unknown) => error);

    await vi.advanceTimersByTimeAsync(1234);

    expect(await outcome).toMatchObject({ code: "token-timeout", message: expect.stringContaining("1234 ms") });
    expect(calls[0]!.signal.aborted).toBe(true);
    expect(desk.asked).toBeUndefined();
  });

  it("does not abort a call that answers in time", async () => {
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve("abc");
    await waiting;

    await vi.advanceTimersByTimeAsync(5000);

    expect(calls[0]!.signal.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps nothing of a malformed answer", async () => {
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.resolve({ client_secret: secret });

    await expect(waiting).rejects.toMatchObject({ code: "token-exposed" });
    expect([desk.asked, desk.held]).toEqual([undefined, undefined]);
  });

  it("keeps no answer that comes after the desk was cleared", async () => {
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });

    clearDesk(desk);
    calls[0]!.resolve("abc");
    await waiting;

    expect(desk.held).toBeUndefined();
  });
});

describe("clearDesk", () => {
  it("aborts the call under way and forgets the token", () => {
    const { desk, calls } = createDesk();
    desk.ask("open");
    desk.held = { value: "abc", until: Number.POSITIVE_INFINITY, user: undefined };

    clearDesk(desk);

    expect(calls[0]!.signal.aborted).toBe(true);
    expect([desk.asked, desk.held]).toEqual([undefined, undefined]);
  });

  it("does nothing to an empty desk", () => {
    const { desk } = createDesk();

    expect(() => clearDesk(desk)).not.toThrow();
  });

  it("is at hand for whoever holds the desk once a token was taken", async () => {
    const { desk, calls } = createDesk();
    const waiting = takeToken(desk, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve("abc");
    await waiting;

    desk.forgetToken!();

    expect(desk.held).toBeUndefined();
  });
});
