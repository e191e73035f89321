import { describe, expect, it } from "vitest";
import { readGrant } from "../../src/token.js";
import { discardToken } from "../../src/token/token-slot.js";
import { createDesk, startTestClock } from "./setup.js";

startTestClock();

describe("discardToken", () => {
  it("aborts the call under way and forgets the token", () => {
    const { slot, calls } = createDesk();
    slot.ask("open");
    slot.cached = { value: "abc", until: Number.POSITIVE_INFINITY, user: undefined, readGrant };

    discardToken(slot);

    expect(calls[0]!.signal.aborted).toBe(true);
    expect([slot.pending, slot.cached]).toEqual([undefined, undefined]);
  });

  it("does nothing to an empty slot", () => {
    const { slot } = createDesk();

    expect(() => discardToken(slot)).not.toThrow();
  });
});
