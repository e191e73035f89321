import { warn } from "../base/warn.js";
import { takeToken } from "../token.js";
import { warmConnection } from "../widget/warm-frame.js";
import type { ConnectCore } from "./connect-core.js";
import { planSession, readTerms, type Protocol, type SessionPlan } from "./plan-session.js";

/** Preloads what a click needs. Never rejects: the click retries what failed. */
export async function prepareSession(core: ConnectCore): Promise<void> {
  const plan = planSession(core.read());
  const { prefetchToken } = plan.options;
  const person = core.sync();
  if (prefetchToken && person.id === undefined)
    warn("prefetchToken has no effect without `user`: a token without a user could open Connect for another user.");
  const rest = plan.protocol.then((protocol) =>
    Promise.allSettled([
      prefetchToken &&
        person.id !== undefined &&
        core.sync() === person &&
        takeToken(core.tokens, "prefetch", readTerms(plan, protocol.dialect, person)),
      warmUp(plan, protocol),
    ]),
  );
  await Promise.allSettled([plan.vendor.client, rest]);
}

/**
 * Opens the connection that the widget will use, unless the options forbid it.
 *
 * @param signal Removes what is left of it from the page.
 * @throws Where Connect cannot be shown.
 */
export async function warmUp({ options }: SessionPlan, { target }: Protocol, signal?: AbortSignal): Promise<void> {
  if (options.warmFrame !== false && !options.client?.surface) await warmConnection(target, signal);
}
