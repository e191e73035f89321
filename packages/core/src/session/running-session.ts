import type { ConnectCore, Person } from "./connect-core.js";
import type { SessionPlan } from "./plan-session.js";
import type { HumanConnectError } from "../model/errors.js";
import { emptySession, joinSessions, type ConnectSession } from "../model/session.js";
import type { StateChange } from "../model/state.js";
import type { WidgetOptions } from "../model/widget-options.js";
import { guardBack } from "../stage/back-guard.js";
import type { Stage } from "../stage/surface.js";

/** The input of a session: one click. */
export interface SessionStart {
  /** Aborted with an `EndReason`. */
  readonly signal: AbortSignal;
  /** Widget options for this session only. */
  readonly overrides: Partial<WidgetOptions> | undefined;
  /** The element that had the focus. */
  readonly opener: Element | null;
  /** The user who clicked. */
  readonly person: Person;
}

/** The state of a session, from the click to its end. */
export interface RunningSession {
  readonly core: ConnectCore;
  readonly start: SessionStart;
  readonly plan: SessionPlan;
  /** The results from before the widget was opened again. */
  earlier: ConnectSession | undefined;
  /** The results since the widget was last opened. */
  part: ConnectSession;
  /** The error to report if the user cancels while Connect seems unreachable. */
  doubt: HumanConnectError | undefined;
  /** The widget was visible. */
  isOpen: boolean;
  /** The stage covers the page, so its end must be emitted. */
  isStaged: boolean;
  /** Clean-up functions, called last first. */
  readonly leave: (() => void)[];
  /** Removes the history entry that lets Back end the session. */
  takeBack: (() => Promise<void>) | undefined;
  /** Set by the stage, once it exists. */
  returnFocus: (() => void) | undefined;
}

/** A session that is over and has left nothing on the page. */
export interface SessionEnd {
  readonly outcome: StateChange;
  /** Call it when the opener has rendered the outcome. */
  readonly returnFocus: (() => void) | undefined;
}

/** Shows the stage; if it covers the page and the option `closeOnBack` is set, Back ends the session. */
export function raise(session: RunningSession, stage: Stage): void {
  const { core, plan } = session;
  const { options } = plan;
  stage.open();
  session.isStaged = !options.container;
  if (options.closeOnBack && session.isStaged && !options.client?.surface)
    session.takeBack ??= guardBack(() => core.end("cancelled"));
}

/** The results of the session so far. */
export function resultsOf({ earlier, part }: RunningSession): ConnectSession {
  return earlier ? joinSessions(earlier, part) : part;
}

/** The widget loads again, without the results so far: keeps them. */
export function startPart(session: RunningSession): void {
  session.earlier = resultsOf(session);
  session.part = emptySession(session.earlier.currentConnections);
}

/** Whether the session has to end, for example because another user is signed in by now. */
export function isGone({ core, start }: RunningSession): boolean {
  core.sync();
  return start.signal.aborted;
}

/** Call it before data of one user could be used for another. @throws The reason for which the session ends. */
export function checkPerson(session: RunningSession): void {
  if (isGone(session)) throw session.start.signal.reason;
}
