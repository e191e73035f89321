import { describe, expect, it, vi } from "vitest";
import { HumanConnectError } from "../../src/model/errors.js";
import { readPublicToken } from "../../src/legacy/grant.js";
import { takeToken } from "../../src/token.js";
import { discardToken } from "../../src/token/token-slot.js";
import { createDesk, secret, startTestClock } from "./setup.js";

startTestClock();

describe("takeToken", () => {
  it("asks once for all who wait at the same time", async () => {
    const { slot, calls } = createDesk();
    const waiting = [
      takeToken(slot, "prefetch", { timeoutMs: 1000, user: undefined }),
      takeToken(slot, "open", { timeoutMs: 1000, user: undefined }),
      takeToken(slot, "open", { timeoutMs: 1000, user: undefined }),
    ];

    calls[0]!.resolve("abc");

    await expect(Promise.all(waiting)).resolves.toEqual(["abc", "abc", "abc"]);
    expect(calls).toHaveLength(1);
  });

  it("has one deadline for all who wait, from when the first began to", async () => {
    const { slot } = createDesk();
    const first = takeToken(slot, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );
    await vi.advanceTimersByTimeAsync(600);
    const second = takeToken(slot, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );

    await vi.advanceTimersByTimeAsync(400);

    expect(await Promise.race([Promise.all([first, second]), vi.advanceTimersByTimeAsync(0)])).toEqual([
      "token-timeout",
      "token-timeout",
    ]);
  });

  it("joins a call that was made before anybody waited", async () => {
    const { slot, calls } = createDesk();
    slot.ask("open");

    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve("abc");

    await expect(waiting).resolves.toBe("abc");
    expect(calls).toHaveLength(1);
  });

  it.each([
    ["half a life for a short one", 40, 20],
    ["all but thirty seconds of a long one", 3600, 3570],
  ])("keeps a user's token for %s", async (_name, expiresIn, keptSeconds) => {
    const { slot, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(slot, "open", { timeoutMs: 1000, user: "ada" });
    calls[0]!.resolve({ token: "first", expiresIn });
    await first;

    await vi.advanceTimersByTimeAsync(keptSeconds * 1000 - 1);
    await expect(takeToken(slot, "open", { timeoutMs: 1000, user: "ada" })).resolves.toBe("first");
    await vi.advanceTimersByTimeAsync(1);
    const second = takeToken(slot, "open", { timeoutMs: 1000, user: "ada" });
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
    expect(calls).toHaveLength(2);
  });

  it("counts a token's life from when it was asked for", async () => {
    const { slot, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(slot, "open", { timeoutMs: 100_000, user: "ada" });
    await vi.advanceTimersByTimeAsync(20_000);
    calls[0]!.resolve({ token: "first", expiresIn: 100 });
    await first;

    expect(slot.cached?.until).toBe(1_000_000 + 70_000);
  });

  it.each([
    ["another user", "ada", "bob"],
    ["nobody in particular", "ada", undefined],
    ["a user who was nobody before", undefined, "ada"],
  ])("never gives a token that is held to %s", async (_name, owner, next) => {
    const { slot, calls, signIn } = createDesk();
    signIn(owner);
    const first = takeToken(slot, "open", { timeoutMs: 1000, user: owner });
    calls[0]!.resolve("first");
    await first;

    signIn(next);
    const second = takeToken(slot, "open", { timeoutMs: 1000, user: next });
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
  });

  it("never gives a token that is under way to another user, and aborts it", async () => {
    const { slot, calls, signIn } = createDesk();
    signIn("ada");
    const first = takeToken(slot, "prefetch", { timeoutMs: 1000, user: "ada" }).catch(() => "refused");

    signIn("bob");
    const second = takeToken(slot, "open", { timeoutMs: 1000, user: "bob" });
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[0]!.resolve("first");
    calls[1]!.resolve("second");

    await expect(second).resolves.toBe("second");
    await first;
    await expect(takeToken(slot, "open", { timeoutMs: 1000, user: "bob" })).resolves.toBe("second");
  });

  it.each(["is held", "is under way"])("never gives a token that %s for one client to another client", async (what) => {
    const { slot, calls } = createDesk();
    const legacy = { timeoutMs: 1000, user: undefined, readGrant: readPublicToken };
    const first = takeToken(slot, "prefetch", { timeoutMs: 1000, user: undefined }).catch(() => "refused");
    if (what === "is held") {
      calls[0]!.resolve("session-token");
      await first;
    }

    const second = takeToken(slot, "open", legacy);
    calls[0]!.resolve("session-token");
    calls[1]?.resolve({ publicToken: "public-token" });

    await expect(second).resolves.toBe("public-token");
    expect(calls.map(({ reason }) => reason)).toEqual(["prefetch", "open"]);
  });

  it("asks for itself when the call on intent fails", async () => {
    const { slot, calls } = createDesk();
    const guess = takeToken(slot, "prefetch", { timeoutMs: 1000, user: undefined });
    const click = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(new Error("not yet"));
    await expect(guess).rejects.toMatchObject({ code: "token-failed" });
    calls[1]!.resolve("abc");

    await expect(click).resolves.toBe("abc");
    expect(calls.map(({ reason }) => reason)).toEqual(["prefetch", "open"]);
  });

  it("asks for itself when the call on intent hangs", async () => {
    const { slot, calls } = createDesk();
    void takeToken(slot, "prefetch", { timeoutMs: 1000, user: undefined }).catch(() => {});
    const click = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    await vi.advanceTimersByTimeAsync(1000);
    calls[1]!.resolve("abc");

    await expect(click).resolves.toBe("abc");
    expect(calls[0]!.signal.aborted).toBe(true);
  });

  it("asks nobody again after the slot was cleared under it", async () => {
    const { slot, calls } = createDesk();
    slot.ask("prefetch");
    const click = takeToken(slot, "open", { timeoutMs: 1000, user: undefined }).catch(
      (error: HumanConnectError) => error.code,
    );

    discardToken(slot);
    calls[0]!.reject(calls[0]!.signal.reason);
    await vi.advanceTimersByTimeAsync(2000);

    expect(calls).toHaveLength(1);
    await expect(click).resolves.toBe("token-failed");
  });

  it("fails when its own call fails, keeps the cause, and asks anew the next time", async () => {
    const { slot, calls } = createDesk();
    const cause = new Error("503");
    const first = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(cause);
    await expect(first).rejects.toMatchObject({ code: "token-failed", cause });
    const second = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });
    calls[1]!.resolve("abc");

    await expect(second).resolves.toBe("abc");
  });

  it("says that the browser is offline when that is why a call failed", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    const { slot, calls } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(new TypeError("Failed to fetch"));

    await expect(waiting).rejects.toMatchObject({ code: "offline" });
  });

  it("passes on an error of the kit as it is", async () => {
    const { slot, calls } = createDesk();
    const own = new HumanConnectError("token-expired", "It has expired. Sign in again.");
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.reject(own);

    await expect(waiting).rejects.toBe(own);
  });

  it("gives up after the deadline, tells how long that was, and aborts the call", async () => {
    const { slot, calls } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1234, user: undefined });

    const outcome = waiting.catch((error: unknown) => error);

    await vi.advanceTimersByTimeAsync(1234);

    expect(await outcome).toMatchObject({ code: "token-timeout", message: expect.stringContaining("1234 ms") });
    expect(calls[0]!.signal.aborted).toBe(true);
    expect(slot.pending).toBeUndefined();
  });

  it("does not abort a call that answers in time", async () => {
    const { slot, calls } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });
    calls[0]!.resolve("abc");
    await waiting;

    await vi.advanceTimersByTimeAsync(5000);

    expect(calls[0]!.signal.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps nothing of a malformed answer", async () => {
    const { slot, calls } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    calls[0]!.resolve({ client_secret: secret });

    await expect(waiting).rejects.toMatchObject({ code: "token-exposed" });
    expect([slot.pending, slot.cached]).toEqual([undefined, undefined]);
  });

  it("keeps no answer that comes after the slot was cleared", async () => {
    const { slot, calls } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    discardToken(slot);
    calls[0]!.resolve("abc");
    await expect(waiting).rejects.toMatchObject({ code: "token-failed" });

    expect(slot.cached).toBeUndefined();
  });

  it("leaves no timer behind when the slot is cleared under a getToken that hears no signal", async () => {
    const { slot } = createDesk();
    const waiting = takeToken(slot, "open", { timeoutMs: 1000, user: undefined });

    discardToken(slot);

    await expect(waiting).rejects.toMatchObject({ code: "token-failed" });
    expect(vi.getTimerCount()).toBe(0);
  });
});
