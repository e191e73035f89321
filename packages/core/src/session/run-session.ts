import { checkDocument } from "../page/check-document.js";
import { bare } from "../base/bare.js";
import { awaitVendor, loadDialect, loadVendor } from "./load-vendor.js";
import { readRefusal } from "../vendor/close-status.js";
import type { ConnectCore, EndReason, Person } from "./connect-core.js";
import { deadline, untilAborted } from "../base/deadline.js";
import type { Dialect } from "../vendor/dialect.js";
import { HumanConnectError } from "../model/errors.js";
import { failure, localizeFailure } from "../words/failure.js";
import { languageOfWords } from "../words/labels.js";
import { mergeDefined } from "../base/merge-defined.js";
import type { TokenReason } from "../token/token-grant.js";
import type { HumanConnectOptions } from "./options.js";
import { announceChange, announceOpen } from "./announce.js";
import { claimPage } from "./page-lock.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import {
  hideFromOthers,
  checkPerson,
  isGone,
  raise,
  resultsOf,
  startPart,
  type RunningSession,
  type SessionEnd,
  type SessionStart,
} from "./running-session.js";
import { emptySession, readSession } from "../model/session.js";
import { showWidget } from "../widget/show-widget.js";
import { createStage, patienceMs } from "../stage/stage.js";
import type { Stage, Surface } from "../stage/surface.js";
import { transition, type StateChange } from "../model/state.js";
import { createTimeline } from "../base/timeline.js";
import { readDocument } from "../page/read-document.js";
import { callSafely } from "../base/store.js";
import { readTimeouts } from "./timeouts.js";
import { takeToken, type TokenTerms } from "../token.js";
import { discardToken } from "../token/token-slot.js";
import { readTarget } from "../vendor-options.js";
import { warn } from "../base/warn.js";
import { warmConnection } from "../widget/warm-frame.js";
import { englishWidgetLabels, loadWidgetLabels, type SessionLabels } from "../words/widget-labels.js";
import type { WidgetOptions } from "../model/widget-options.js";

export { loadScriptClient, waitForGlobal } from "../client/script.js";
export { refuseOther } from "./refuse-other.js";

const ownSurface: Surface = { createStage, showWidget };

/** How often a session checks whether the user is still signed in: options passed as a getter emit no change. */
const watchMs = 250;

/** Preloads before a click. Never rejects: the click retries what failed. */
export async function prepareWidget(core: ConnectCore): Promise<void> {
  const options = core.read();
  const person = core.sync();
  if (options.prefetchToken && person.id === undefined)
    warn("prefetchToken has no effect without `user`: a token without a user could open Connect for another user.");
  const vendor = awaitVendor(loadVendor(options), readTimeouts(options).clientMs);
  const steps = loadDialect(options).then((dialect) =>
    Promise.allSettled([
      options.prefetchToken &&
        person.id !== undefined &&
        core.sync() === person &&
        takeToken(core, "prefetch", readTerms(options, dialect, person)),
      options.warmFrame !== false &&
        !options.client?.surface &&
        warmConnection(mergeDefined<WidgetOptions>({ baseUrl: dialect.baseUrl }, options)),
    ]),
  );
  await Promise.allSettled([vendor, steps]);
}

/** Runs one session from the click to its end. Never rejects; when it returns, it has left nothing on the page. */
export async function runSession(core: ConnectCore, start: SessionStart): Promise<SessionEnd> {
  const options = mergeDefined<HumanConnectOptions>(core.read(), start.overrides);
  const vendor = loadVendor(options);
  const session: RunningSession = {
    core,
    start,
    options,
    vendor,
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
  const outcome = await settleSession(session);
  clearInterval(watch);
  vendor.controller.abort();
  // A token of an anonymous user serves one attempt.
  if (start.person.id === undefined) discardToken(core);
  // Before listeners are told: if one of them navigated, going back would leave the new page.
  await session.takeBack?.();
  for (const step of session.leave.reverse()) callSafely(step);
  return {
    announce() {
      const change = hideFromOthers(session, outcome);
      const person = core.sync();
      const ended = transition(core.store.get(), change);
      core.store.set(ended);
      if (change.type === "close") core.emit(change, person);
      if (change.type === "fail") core.emit({ type: "error", error: change.error }, person);
      return core.sync() === person ? ended : core.store.get();
    },
    returnFocus: session.returnFocus,
  };
}

async function settleSession(session: RunningSession): Promise<StateChange> {
  const { core, start, options } = session;
  let labels = englishWidgetLabels(options);
  try {
    checkUser(options);
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
    // If the user cancels a widget that never loaded, report its error.
    const error = start.signal.reason === "cancelled" ? (session.doubt ?? thrown) : thrown;
    if (!start.signal.aborted || error === session.doubt)
      return {
        type: "fail",
        error: localizeFailure(error, session.isOpen ? wordsOfEnd(error, labels, options) : labels),
        session: session.isOpen ? resultsOf(session) : undefined,
      };
    discardToken(core);
    const reason = start.signal.reason as EndReason;
    if (reason !== "abandoned") return { type: "close", session: resultsOf(session), reason };
    if (session.isStaged) return { type: "close", session: resultsOf(session), reason: "closed-by-host" };
    warn(
      "The component of this connection was unmounted while Connect was loading, so Connect was not opened. Keep it mounted, for example in a provider.",
    );
    return { type: "reset" };
  }
}

/**
 * The sentence for an error that ends an open Connect: `errorFailed` says that it could not be opened. A host that has replaced only
 * `errorFailed` gets its own text.
 */
function wordsOfEnd(error: unknown, labels: SessionLabels, { labels: own }: HumanConnectOptions): SessionLabels {
  const isEnd = error instanceof HumanConnectError && /^(widget-removed|token-expired)$/.test(error.code);
  return isEnd ? { ...labels, errorFailed: own?.errorEnded ?? own?.errorFailed ?? labels.errorEnded } : labels;
}

async function playSession(session: RunningSession, { showWidget: show }: Surface, stage: Stage): Promise<void> {
  const { core, options, vendor } = session;
  const { signal } = session.start;
  const { clientMs, widgetMs } = readTimeouts(options);
  const timeline = createTimeline(options.debug);
  let isPrepared = false;
  const patience = setTimeout(() => {
    // A widget that bypassed the airlock is beside the stage, which must not cover it again.
    if (!isPrepared) raise(session, stage);
    stage.slow();
  }, patienceMs);
  session.leave.push(() => clearTimeout(patience));

  const dialect = await untilAborted(loadDialect(options), signal);
  const target = readTarget(mergeDefined<WidgetOptions>({ baseUrl: dialect.baseUrl }, options));
  const mark = <T>(step: "token" | "client", promise: Promise<T>): Promise<T> =>
    promise.then((value) => (timeline.mark(step), value));
  const take = (reason: TokenReason): Promise<string> =>
    mark("token", takeToken(core, reason, readTerms(options, dialect, session.start.person)));
  const both = Promise.all([mark("client", awaitVendor(vendor, clientMs)), take("open")]);
  const [client, first] = await untilAborted(both, signal);
  checkPerson(session);
  isPrepared = true;
  raise(session, stage);
  let token = first;
  for (let isRenewed = false; ; isRenewed = true) {
    const showAgain = (): Promise<TrustedMessage> =>
      show({
        vendor: client,
        dialect,
        toVendorOptions() {
          checkPerson(session);
          return dialect.toVendorOptions(options, target, token);
        },
        target,
        stage,
        timeline,
        timeoutMs: widgetMs,
        signal,
        onShown: () => announceOpen(session),
        onMessage: (message) => announceChange(session, message),
        onDoubt: (doubt) => (session.doubt = doubt),
        onGone: () => core.end("closed-by-host"),
        onMoved: () => startPart(session),
      });
    const closing = dialect.takePendingClose?.(session.start.person.id) ?? (await showAgain());
    checkPerson(session);
    const refused = readRefusal(bare(closing.data)["status"]);
    if (!refused) return concludeSession(session, dialect, stage, closing);
    // The token is unusable, for this session and the next one.
    discardToken(core);
    if (refused === "missing" || isRenewed) throw failure(`token-${refused}`);
    stage.wait();
    startPart(session);
    token = await untilAborted(take(refused), signal);
  }
}

async function concludeSession(
  session: RunningSession,
  { afterClose }: Dialect,
  stage: Stage,
  closing: TrustedMessage,
): Promise<void> {
  const { options, start } = session;
  session.part = readSession(closing.data, session.part)!;
  const rest = afterClose?.(closing, {
    known: session.part.currentConnections,
    timeoutMs: readTimeouts(options).tokenMs,
    user: start.person.id,
  });
  if (!rest) return;
  announceOpen(session);
  stage.wait();
  for (const message of await untilAborted(rest, start.signal)) {
    if (!start.signal.aborted) announceChange(session, message);
    // A listener has ended the session: what the backend has reported is true all the same.
    else session.part = readSession(message.data, session.part)!;
  }
  if (start.signal.aborted) throw start.signal.reason;
}

function findContainer({ container }: HumanConnectOptions): Element | undefined {
  if (container === undefined || container === null) return undefined;
  try {
    const element = typeof container === "string" ? readDocument("querySelector")(container) : container;
    if (element instanceof Element) return element;
  } catch {
    // An invalid selector is reported below.
  }
  throw failure("invalid-option", "container matches no element of the page.");
}

/** @throws {HumanConnectError} `invalid-option` for a `user` that cannot be compared. */
function checkUser({ user }: HumanConnectOptions): void {
  if (user !== undefined && user !== null && typeof user !== "string")
    throw failure("invalid-option", "user must be a string, such as the id of the signed-in account.");
}

function readTerms(options: HumanConnectOptions, { readGrant }: Dialect, { id }: Person): TokenTerms {
  return { timeoutMs: readTimeouts(options).tokenMs, user: id, readGrant };
}
