import { bare } from "../base/bare.js";
import { untilAborted } from "../base/deadline.js";
import { createTimeline, type Timeline } from "../base/timeline.js";
import { readSession } from "../model/session.js";
import { patienceMs } from "../stage/stage.js";
import type { Stage, Surface, WidgetReports } from "../stage/surface.js";
import { takeToken } from "../token.js";
import type { TokenReason } from "../token/token-grant.js";
import { discardToken } from "../token/token-slot.js";
import { readRefusal } from "../vendor/close-status.js";
import type { Dialect } from "../vendor/dialect.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { failure } from "../words/failure.js";
import { announceChange, announceOpen } from "./announce.js";
import { readTerms, type Protocol } from "./plan-session.js";
import { checkPerson, raise, startPart, type RunningSession } from "./running-session.js";

/** Awaits token, code and protocol, opens the widget and follows it until the user has finished. Moves the stage along. */
export async function playSession(session: RunningSession, surface: Surface, stage: Stage): Promise<void> {
  const { core, plan, start } = session;
  const { signal, person } = start;
  const timeline = createTimeline(plan.options.debug);
  const settle = waitVisibly(session, stage);
  const protocol = await untilAborted(plan.protocol, signal);
  const { dialect } = protocol;
  const take = (reason: TokenReason): Promise<string> =>
    mark(timeline, "token", takeToken(core.tokens, reason, readTerms(plan, dialect, person)));
  const both = Promise.all([mark(timeline, "client", plan.vendor.client), take("open")]);
  const [vendor, first] = await untilAborted(both, signal);
  checkPerson(session);
  settle();
  let token = first;
  for (let isRenewed = false; ; isRenewed = true) {
    const closing =
      dialect.takePendingClose?.(person.id) ??
      (await showUntilClosed(session, { surface, stage, protocol, vendor, timeline }, token));
    checkPerson(session);
    const refused = readRefusal(bare(closing.data)["status"]);
    if (!refused) return concludeSession(session, dialect, stage, closing);
    // The token is unusable, for this session and the next one.
    discardToken(core.tokens);
    if (refused === "missing" || isRenewed) throw failure(`token-${refused}`);
    stage.showLoading();
    startPart(session);
    token = await untilAborted(take(refused), signal);
  }
}

/**
 * Shows the stage and that loading is slow, after some time. A modal stage opens when it has something to show.
 *
 * @returns Call it when everything is loaded: shows the stage.
 */
function waitVisibly(session: RunningSession, stage: Stage): () => void {
  let isLoaded = false;
  const patience = setTimeout(() => {
    // A widget that bypassed the airlock is beside the stage, which must not cover it again.
    if (!isLoaded) raise(session, stage);
    stage.showSlow();
  }, patienceMs);
  session.leave.push(() => clearTimeout(patience));
  return () => {
    isLoaded = true;
    raise(session, stage);
  };
}

function mark<T>(timeline: Timeline, step: "token" | "client", promise: Promise<T>): Promise<T> {
  return promise.then((value) => (timeline.mark(step), value));
}

interface Showing {
  readonly surface: Surface;
  readonly stage: Stage;
  readonly protocol: Protocol;
  readonly vendor: VendorClient;
  readonly timeline: Timeline;
}

/** Opens the widget, again whenever the user reloads it. @returns The closing message. */
async function showUntilClosed(
  session: RunningSession,
  { surface, stage, protocol: { dialect, target }, vendor, timeline }: Showing,
  token: string,
): Promise<TrustedMessage> {
  const { plan, start } = session;
  for (;;) {
    const closing = await surface.showWidget({
      vendor,
      dialect,
      target,
      timeline,
      timeoutMs: plan.timeouts.widgetMs,
      signal: start.signal,
      toVendorOptions() {
        checkPerson(session);
        return dialect.toVendorOptions(plan.options, target, token);
      },
      reports: createReports(session, stage),
    });
    if (closing) return closing;
    session.doubt = undefined;
    stage.showLoading();
  }
}

/** What the widget reports moves the stage and the session. */
function createReports(session: RunningSession, stage: Stage): WidgetReports {
  return {
    onNode: stage.place,
    onEscaped: stage.close,
    onShown(frame, reload) {
      if (frame) stage.showFrame(frame, reload);
      announceOpen(session);
    },
    onUnreachable(error, reload) {
      session.doubt = error;
      stage.showUnreachable(reload);
    },
    onAlive() {
      session.doubt = undefined;
      stage.markAlive();
    },
    onMessage(message) {
      // The page may post before its frame has loaded.
      announceOpen(session);
      announceChange(session, message);
    },
    onMoved() {
      startPart(session);
      stage.showLoading();
    },
    onRemoved() {
      if (stage.isGone()) session.core.end("closed-by-host");
    },
  };
}

async function concludeSession(
  session: RunningSession,
  { afterClose }: Dialect,
  stage: Stage,
  closing: TrustedMessage,
): Promise<void> {
  const { plan, start } = session;
  session.part = readSession(closing.data, session.part)!;
  const rest = afterClose?.(closing, {
    known: session.part.currentConnections,
    timeoutMs: plan.timeouts.tokenMs,
    user: start.person.id,
  });
  if (!rest) return;
  announceOpen(session);
  stage.showLoading();
  for (const message of await untilAborted(rest, start.signal)) {
    if (!start.signal.aborted) announceChange(session, message);
    // A listener has ended the session: what the backend has reported is true all the same.
    else session.part = readSession(message.data, session.part)!;
  }
  if (start.signal.aborted) throw start.signal.reason;
}
