import { afterEach, beforeEach, vi } from "vitest";
import type { TokenReason } from "../../src/token/token-grant.js";
import { createTokenSlot, type TokenSlot } from "../../src/token/token-slot.js";

export const secret = "s3cr3t-value-0815";

/** Each test of the file that calls this has a clock of its own, and a browser that is online. */
export function startTestClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.stubGlobal("navigator", { onLine: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

interface Call {
  readonly reason: TokenReason;
  readonly signal: AbortSignal;
  readonly resolve: (grant: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A slot whose `getToken` answers when the test says so, as the person who is signed in then. */
export function createDesk(): { slot: TokenSlot; calls: Call[]; signIn: (user: string | undefined) => void } {
  const calls: Call[] = [];
  let signedIn: string | undefined;
  const slot = createTokenSlot(
    () => signedIn,
    ({ reason, signal }) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      calls.push({ reason, signal, resolve, reject });
      return promise;
    },
  );
  return { slot, calls, signIn: (user) => (signedIn = user) };
}
