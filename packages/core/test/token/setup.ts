import { afterEach, beforeEach, vi } from "vitest";
import type { TokenReason } from "../../src/token/token-grant.js";
import type { PendingToken, TokenSlot } from "../../src/token/token-slot.js";

export const secret = "s3cr3t-value-0815";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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
  const slot: TokenSlot = {
    ask(reason) {
      const controller = new AbortController();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      promise.catch(() => {});
      calls.push({ reason, signal: controller.signal, resolve, reject });
      const asked: PendingToken = { reason, user: signedIn, controller, grant: promise };
      return (slot.pending = asked);
    },
  };
  return { slot, calls, signIn: (user) => (signedIn = user) };
}
