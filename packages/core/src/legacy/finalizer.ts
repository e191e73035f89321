import { isOffline } from "../base/is-offline.js";
import { deadline } from "../base/deadline.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import type { LegacyClientOptions, LegacyOutcome, LegacySessionToken } from "./contract.js";
import { readOutcome } from "./outcome.js";

/** Posts session token objects to the customer's backend, one at a time. */
export interface Finalizer {
  /** The object that has not reached the backend yet. An object of another user is discarded: that user has signed out of the host page. */
  left(user: string | undefined): LegacySessionToken | undefined;
  /** Calls the backend, or joins the pending call for the same object. */
  run(token: LegacySessionToken, terms: FinalizeTerms): Promise<LegacyOutcome>;
}

interface FinalizeTerms {
  readonly timeoutMs: number;
  /** The user that the object belongs to. */
  readonly user: string | undefined;
}

interface Task {
  readonly token: LegacySessionToken;
  readonly user: string | undefined;
  failures: number;
  running?: Promise<LegacyOutcome> | undefined;
}

/** After two failed calls the object may have expired. */
const maxFailures = 2;

export function createFinalizer(finalize: LegacyClientOptions["finalize"]): Finalizer {
  let task: Task | undefined;
  return {
    left(user) {
      if (task?.user !== user) task = undefined;
      return task?.token;
    },
    run(token, { timeoutMs, user }) {
      const mine = (task = task?.token === token ? task : { token, user, failures: 0, running: undefined });
      const forget = (): void => {
        if (task === mine) task = undefined;
      };
      mine.running ??= call(finalize, token, timeoutMs).then(
        (outcome) => {
          forget();
          return outcome;
        },
        (error: unknown) => {
          mine.running = undefined;
          if (++mine.failures >= maxFailures) forget();
          throw error;
        },
      );
      return mine.running;
    },
  };
}

async function call(
  finalize: LegacyClientOptions["finalize"],
  token: LegacySessionToken,
  timeoutMs: number,
): Promise<LegacyOutcome> {
  const controller = new AbortController();
  const asked = (async () => finalize(token, { signal: controller.signal }))();
  const late = (): Error =>
    new HumanConnectError(
      "token-timeout",
      `finalize took longer than ${timeoutMs} ms. Check your endpoint or raise timeouts.tokenMs.`,
    );
  try {
    return readOutcome(await deadline(asked, timeoutMs, late));
  } catch (cause) {
    controller.abort();
    if (cause instanceof HumanConnectError) throw cause;
    if (isOffline()) throw failure("offline", "", cause);
    throw new HumanConnectError(
      "token-failed",
      "finalize failed. See the cause, and check that your endpoint answers. The next open() retries it.",
      { cause },
    );
  }
}
