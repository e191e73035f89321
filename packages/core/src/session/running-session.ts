import type { ConnectCore, Person, VendorLoad } from "./connect-core.js";
import type { HumanConnectError } from "../model/errors.js";
import type { HumanConnectOptions } from "./options.js";
import { emptySession, joinSessions, type ConnectSession } from "../model/session.js";
import type { HumanConnectState, StateChange } from "../model/state.js";
import type { WidgetOptions } from "../model/widget-options.js";
import { guardBack } from "../stage/back-guard.js";
import type { Stage } from "../stage/surface.js";

/** What one click brings. */
export interface SessionStart {
  /** Aborted with an `EndReason`. */
  readonly signal: AbortSignal;
  /** Widget options for this session only. */
  readonly overrides: Partial<WidgetOptions> | undefined;
  /** Had the focus. */
  readonly opener: Element | null;
  /** Whoever clicked. */
  readonly person: Person;
}

/** One click, until it has come to its end. */
export interface RunningSession {
  readonly core: ConnectCore;
  readonly start: SessionStart;
  readonly options: HumanConnectOptions;
  readonly vendor: VendorLoad;
  /** What was done before the widget had to be opened again. */
  earlier: ConnectSession | undefined;
  /** What the widget has told since it was opened last. */
  part: ConnectSession;
  /** Why the widget is believed to be dead. */
  doubt: HumanConnectError | undefined;
  /** The widget was on the screen. */
  isOpen: boolean;
  /** The stage covers the page: whoever sees it go hears of it. */
  isStaged: boolean;
  /** What is undone at the end, last first. */
  readonly leave: (() => void)[];
  /** Takes away what makes Back end the session. */
  takeBack: (() => Promise<void>) | undefined;
  /** Of the stage, once there is one. */
  returnFocus: (() => void) | undefined;
}

/** A session that is over; nothing of it is left on the page. */
export interface SessionEnd {
  /** Tells everybody how it ended. @returns That state. */
  readonly announce: () => HumanConnectState;
  /** For when what has opened Connect shows that state. */
  readonly returnFocus?: (() => void) | undefined;
}

/** Shows the stage; over the page, Back ends the session where the host wants that. */
export function raise(session: RunningSession, stage: Stage): void {
  const { core, options } = session;
  stage.open();
  session.isStaged = !options.container;
  if (options.closeOnBack && session.isStaged && !options.client?.surface)
    session.takeBack ??= guardBack(() => core.end("cancelled"));
}

/** What it has brought so far. */
export function resultsOf({ earlier, part }: RunningSession): ConnectSession {
  return earlier ? joinSessions(earlier, part) : part;
}

/** The widget starts anew: it knows nothing of what was done before. */
export function startPart(session: RunningSession): void {
  session.earlier = resultsOf(session);
  session.part = emptySession(session.earlier.currentConnections);
}

/** Whether the session has to end, perhaps because somebody else is signed in by now. */
export function isGone({ core, start }: RunningSession): boolean {
  core.sync();
  return start.signal.aborted;
}

/** @throws The reason for which the session ends, before anything of one person is used for another. */
export function checkPerson(session: RunningSession): void {
  if (isGone(session)) throw session.start.signal.reason;
}

/** How it ended, without anything that is not for whoever is there now. */
export function hideFromOthers({ core, start }: RunningSession, outcome: StateChange): StateChange {
  if (outcome.type === "reset" || core.sync() === start.person) return outcome;
  return { type: "close", session: emptySession(core.store.get().currentConnections), reason: "closed-by-host" };
}
