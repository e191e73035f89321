import { warn } from "../base/warn.js";
import { takeToken } from "../token.js";
import { warmConnection } from "../widget/warm-frame.js";
import type { ConnectCore } from "./connect-core.js";
import { planSession, readTerms } from "./plan-session.js";

/** Preloads what a click needs. Never rejects: the click retries what failed. */
export async function prepareSession(core: ConnectCore): Promise<void> {
  const plan = planSession(core.read());
  const { prefetchToken, warmFrame, client } = plan.options;
  const person = core.sync();
  if (prefetchToken && person.id === undefined)
    warn("prefetchToken has no effect without `user`: a token without a user could open Connect for another user.");
  const rest = plan.protocol.then(({ dialect, target }) =>
    Promise.allSettled([
      prefetchToken &&
        person.id !== undefined &&
        core.sync() === person &&
        takeToken(core.tokens, "prefetch", readTerms(plan, dialect, person)),
      warmFrame !== false && !client?.surface && warmConnection(target),
    ]),
  );
  await Promise.allSettled([plan.vendor.client, rest]);
}
