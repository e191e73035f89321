import { describe, expect, it } from "vitest";
import { readGrant } from "../../src/token.js";
import { clearDesk } from "../../src/token/token-desk.js";
import { createDesk } from "./setup.js";

describe("clearDesk", () => {
  it("aborts the call under way and forgets the token", () => {
    const { desk, calls } = createDesk();
    desk.ask("open");
    desk.held = { value: "abc", until: Number.POSITIVE_INFINITY, user: undefined, readGrant };

    clearDesk(desk);

    expect(calls[0]!.signal.aborted).toBe(true);
    expect([desk.asked, desk.held]).toEqual([undefined, undefined]);
  });

  it("does nothing to an empty desk", () => {
    const { desk } = createDesk();

    expect(() => clearDesk(desk)).not.toThrow();
  });
});
