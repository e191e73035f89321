import { checkDocument } from "../page/check-document.js";
import { callSafely } from "../base/store.js";
import { deadline, untilAborted } from "../base/deadline.js";
import { warn } from "../base/warn.js";
import { HumanConnectError } from "../model/errors.js";
import { emptySession } from "../model/session.js";
import type { StateChange } from "../model/state.js";
import { createStage } from "../stage/stage.js";
import type { Surface } from "../stage/surface.js";
import { discardToken } from "../token/token-slot.js";
import { showWidget } from "../widget/show-widget.js";
import { localizeFailure } from "../words/failure.js";
import { languageOfWords } from "../words/locale.js";
import { englishWidgetLabels, loadWidgetLabels, type SessionLabels } from "../words/widget-labels.js";
import type { ConnectCore, EndReason } from "./connect-core.js";
import type { HumanConnectOptions } from "./options.js";
import { claimPage } from "./page-lock.js";
import { checkStateOptions, findContainer, planSession } from "./plan-session.js";
import { playSession } from "./play-session.js";
import { warmUp } from "./prepare-session.js";
import {
  checkPerson,
  isGone,
  resultsOf,
  type RunningSession,
  type SessionEnd,
  type SessionStart,
} from "./running-session.js";

export { loadScriptClient, waitForGlobal } from "../client/script.js";
export { announceEnd } from "./announce.js";
export { describeEnd } from "../words/describe-end.js";
export { prepareSession } from "./prepare-session.js";
export { refuseOther } from "./refuse-other.js";

const ownSurface: Surface = { createStage, showWidget };

/** How often a session checks whether the user is still signed in: options passed as a getter emit no change. */
const watchMs = 250;

/**
 * Runs one session from the click to its end. When it returns, it has left nothing on the page.
 *
 * @throws What a getter of the options throws, before anything has begun.
 */
export async function runSession(core: ConnectCore, start: SessionStart): Promise<SessionEnd> {
  const session: RunningSession = {
    core,
    start,
    plan: planSession(core.read(), start.overrides),
    earlier: undefined,
    part: emptySession(core.store.get().currentConnections),
    doubt: undefined,
    isOpen: false,
    isStaged: false,
    leave: [],
    takeBack: undefined,
    returnFocus: undefined,
  };
  const watch = setInterval(() => isGone(session), watchMs);
  // In Node, a test that leaves a session open would otherwise never exit.
  if (start.person.id === undefined) (watch as { unref?: () => void }).unref?.();
  warm(session);
  const outcome = await settleSession(session);
  clearInterval(watch);
  session.plan.vendor.cancel();
  // A token of an anonymous user serves one attempt.
  if (start.person.id === undefined) discardToken(core.tokens);
  // Before listeners are told: if one of them navigated, going back would leave the new page.
  await session.takeBack?.();
  for (const step of session.leave.reverse()) callSafely(step);
  return { outcome, returnFocus: session.returnFocus };
}

/** On touch screens intent comes with the click: the connection to Connect opens while the token and the vendor's code load. */
function warm({ plan, leave }: RunningSession): void {
  const controller = new AbortController();
  leave.push(() => controller.abort());
  plan.protocol.then((protocol) => warmUp(plan, protocol, controller.signal)).catch(() => {});
}

async function settleSession(session: RunningSession): Promise<StateChange> {
  const { core, start, plan } = session;
  const { options } = plan;
  let labels = englishWidgetLabels(options);
  try {
    checkStateOptions(options);
    session.leave.push(await claimPage(start.signal, options.client?.release));
    checkPerson(session);
    const container = findContainer(options);
    // Fall back to English rather than delay or fail the session.
    labels = await deadline(loadWidgetLabels(options), 1000, Error).catch(() => labels);
    const theirs = await untilAborted((async () => options.client?.surface?.())(), start.signal);
    if (!theirs) checkDocument();
    const surface = theirs ?? ownSurface;
    const stage = surface.createStage({
      labels,
      opener: start.opener,
      container,
      language: languageOfWords(options),
      overlayOpacity: options.overlayOpacity,
      onCancel: () => core.end("cancelled"),
    });
    session.leave.push(stage.close);
    session.returnFocus = stage.returnFocus;
    // A modal stage opens when it has something to show; a container shows progress at once.
    if (container) stage.open();
    await playSession(session, surface, stage);
    return { type: "close", session: resultsOf(session), reason: "finished" };
  } catch (thrown) {
    return readEnd(session, thrown, labels);
  }
}

/** How a session ends that was aborted or has failed. */
function readEnd(session: RunningSession, thrown: unknown, labels: SessionLabels): StateChange {
  const { core, start, plan } = session;
  const { aborted, reason }: { aborted: boolean; reason: EndReason } = start.signal;
  // If the user cancels a widget that never loaded, report its error.
  const error = reason === "cancelled" ? (session.doubt ?? thrown) : thrown;
  if (!aborted || error === session.doubt)
    return {
      type: "fail",
      error: localizeFailure(error, session.isOpen ? wordsOfEnd(error, labels, plan.options) : labels),
      session: session.isOpen ? resultsOf(session) : undefined,
    };
  discardToken(core.tokens);
  if (reason !== "abandoned") return { type: "close", session: resultsOf(session), reason };
  if (session.isStaged) return { type: "close", session: resultsOf(session), reason: "closed-by-host" };
  warn(
    "The component of this connection was unmounted while Connect was loading, so Connect was not opened. Keep it mounted, for example in a provider.",
  );
  return { type: "reset" };
}

/**
 * The sentence for an error that ends an open Connect: `errorFailed` says that it could not be opened. A host that has replaced only
 * `errorFailed` gets its own text.
 */
function wordsOfEnd(error: unknown, labels: SessionLabels, { labels: own }: HumanConnectOptions): SessionLabels {
  const isEnd = error instanceof HumanConnectError && /^(widget-removed|token-expired)$/.test(error.code);
  return isEnd ? { ...labels, errorFailed: own?.errorEnded ?? own?.errorFailed ?? labels.errorEnded } : labels;
}
