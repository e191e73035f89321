import type { ConnectEvent } from "../model/events.js";
import { emptySession, newSources, readSession, type ConnectSession, type Source } from "../model/session.js";
import { transition, type HumanConnectState, type StateChange } from "../model/state.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { ConnectCore, Person } from "./connect-core.js";
import { isGone, resultsOf, type RunningSession } from "./running-session.js";

/** The user sees Connect: emits `open`, once in a session. */
export function announceOpen(session: RunningSession): void {
  // A renewed token opens the widget again.
  if (session.isOpen || isGone(session)) return;
  session.isOpen = true;
  announce(session, { type: "open", session: resultsOf(session) });
}

/** A source was connected or disconnected: emits it, unless another user is signed in by now. */
export function announceChange(session: RunningSession, { event, data }: TrustedMessage): void {
  if (event === "close" || isGone(session)) return;
  const before = session.part;
  const after = (session.part = readSession(data, before)!);
  announce(session, { type: event, session: resultsOf(session), source: findChanged(event, before, after) });
}

/** The vendor lists what has changed since the widget opened, not what has changed now. */
function findChanged(
  event: "connect" | "disconnect",
  before: ConnectSession,
  after: ConnectSession,
): Source | undefined {
  const [fewer, more] = event === "connect" ? [before, after] : [after, before];
  const list = event === "connect" ? "connectedSources" : "disconnectedSources";
  const now = after.sessionResults[list];
  const changed = newSources(more.currentConnections, fewer.currentConnections);
  return changed[0] ?? newSources(now, before.sessionResults[list])[0] ?? now.at(-1);
}

function announce({ core, start }: RunningSession, event: ConnectEvent<"open" | "connect" | "disconnect">): void {
  core.store.set(transition(core.store.get(), { type: "progress", session: event.session }));
  core.emit(event, start.person);
}

/**
 * Applies the outcome of a session and emits it to every listener. If another user is signed in by now, that user gets none of its data.
 *
 * @param person The user of the session.
 * @returns The resulting state.
 */
export function announceEnd(core: ConnectCore, person: Person, outcome: StateChange): HumanConnectState {
  const current = core.sync();
  const change = current === person ? outcome : hideFromOthers(core, outcome);
  const ended = transition(core.store.get(), change);
  core.store.set(ended);
  if (change.type === "close") core.emit(change, current);
  if (change.type === "fail") core.emit({ type: "error", error: change.error }, current);
  return core.sync() === current ? ended : core.store.get();
}

function hideFromOthers({ store }: ConnectCore, outcome: StateChange): StateChange {
  if (outcome.type === "reset") return outcome;
  return { type: "close", session: emptySession(store.get().currentConnections), reason: "closed-by-host" };
}
