import { cdnClient, type VendorClient } from "./client.js";
import type { ConnectCore, EndReason, VendorLoad } from "./connect-core.js";
import { deadline, untilAborted } from "./deadline.js";
import { HumanConnectError } from "./errors.js";
import type { ConnectEvent } from "./events.js";
import { failure, localizeFailure } from "./failure.js";
import { merge } from "./merge.js";
import type { HumanConnectOptions, TokenReason, WidgetOptions } from "./options.js";
import { claimPage } from "./page-lock.js";
import { emptySession, newSources, readSession, type ConnectSession, type Source } from "./session.js";
import { showWidget, type TrustedMessage } from "./show-widget.js";
import { createStage, type Stage } from "./stage.js";
import { transition, type HumanConnectState, type StateChange } from "./state.js";
import { createTimeline } from "./timeline.js";
import { clearDesk, takeToken } from "./token.js";
import { readTarget, toVendorOptions } from "./vendor-options.js";
import { warmConnection } from "./warm-frame.js";
import { englishWidgetLabels, loadWidgetLabels } from "./widget-labels.js";

export { loadScriptClient, waitForGlobal } from "./script.js";

/** What one click brings. */
export interface SessionStart {
  /** Aborted with an {@link EndReason}. */
  readonly signal: AbortSignal;
  /** Widget options for this session only. */
  readonly overrides: Partial<WidgetOptions> | undefined;
  /** Had the focus. */
  readonly opener: Element | null;
}

/** How long nothing may happen before the person is shown that it takes long, and a way out. */
const patienceMs = 2000;

/** Statuses with which Connect closes by itself, and what they ask of the host. @see VENDOR.md §2.2 */
const badStatuses = /* @__PURE__ */ new Map<unknown, "expired" | "invalid" | "missing">([
  ["SESSION_TOKEN_EXPIRED", "expired"],
  ["SESSION_TOKEN_INVALID", "invalid"],
  ["MISSING_SESSION_TOKEN", "missing"],
]);

/** Fetches ahead of a click. Never rejects: what fails here is tried again by the click. */
export async function prepareWidget(core: ConnectCore): Promise<void> {
  const options = core.read();
  const { tokenMs, clientMs } = readTimeouts(options);
  const steps: Promise<unknown>[] = [awaitVendor(loadVendor(options), clientMs)];
  if (options.prefetchToken) steps.push(takeToken(core, "prefetch", tokenMs, options.user));
  if (options.warmFrame !== false) steps.push(warmConnection(options));
  await Promise.allSettled(steps);
}

/**
 * Runs one session from the click to its end. Never rejects; when it returns, nothing of it is left on the page.
 *
 * @returns Tells everybody how it ended, and returns that state.
 */
export async function runSession(core: ConnectCore, start: SessionStart): Promise<() => HumanConnectState> {
  const options = merge<HumanConnectOptions>(core.read(), start.overrides);
  const vendor = loadVendor(options);
  const session: RunningSession = {
    core,
    start,
    options,
    vendor,
    results: emptySession(core.store.get().currentConnections),
    isOpen: false,
    leave: [],
  };
  const outcome = await settleSession(session);
  vendor.controller.abort();
  if (session.isOpen && options.user === undefined) clearDesk(core);
  for (const step of session.leave.reverse()) step();
  return () => {
    const ended = transition(core.store.get(), outcome);
    core.store.set(ended);
    if (outcome.type === "close") core.emit(outcome);
    if (outcome.type === "fail") core.emit({ type: "error", error: outcome.error });
    return ended;
  };
}

interface RunningSession {
  readonly core: ConnectCore;
  readonly start: SessionStart;
  readonly options: HumanConnectOptions;
  readonly vendor: VendorLoad;
  results: ConnectSession;
  /** The widget was on the screen. */
  isOpen: boolean;
  /** What is undone at the end, last first. */
  readonly leave: (() => void)[];
}

async function settleSession(session: RunningSession): Promise<StateChange> {
  const { core, start, options } = session;
  let labels = englishWidgetLabels(options);
  try {
    session.leave.push(claimPage());
    // Words are worth a moment, not a session.
    labels = await deadline(loadWidgetLabels(options), 1000, Error).catch(() => labels);
    const stage = createStage({
      labels,
      opener: start.opener,
      container: findContainer(options),
      overlayOpacity: options.overlayOpacity,
      onCancel: () => core.end("cancelled"),
    });
    session.leave.push(stage.close);
    await playSession(session, stage);
    return { type: "close", session: session.results, reason: "finished" };
  } catch (error) {
    if (!start.signal.aborted)
      return {
        type: "fail",
        error: localizeFailure(error, labels),
        session: session.isOpen ? session.results : undefined,
      };
    clearDesk(core);
    const reason = start.signal.reason as EndReason;
    return reason === "abandoned" ? { type: "reset" } : { type: "close", session: session.results, reason };
  }
}

async function playSession(session: RunningSession, stage: Stage): Promise<void> {
  const { core, options, vendor } = session;
  const { signal } = session.start;
  const { tokenMs, clientMs, widgetMs } = readTimeouts(options);
  const timeline = createTimeline(options.debug);
  const target = readTarget(options);
  const patience = setTimeout(() => {
    // A widget that escaped the airlock stands beside the stage, and must not be covered by it.
    if (!session.isOpen) stage.open();
    stage.slow();
  }, patienceMs);
  session.leave.push(() => clearTimeout(patience));

  const mark = <T>(step: "token" | "client", promise: Promise<T>): Promise<T> =>
    promise.then((value) => (timeline.mark(step), value));
  const take = (reason: TokenReason): Promise<string> => mark("token", takeToken(core, reason, tokenMs, options.user));
  const both = Promise.all([mark("client", awaitVendor(vendor, clientMs)), take("open")]);
  const [client, first] = await untilAborted(both, signal);
  // Plain http is this machine, which answers without a network.
  if (!navigator.onLine && target.origin.startsWith("https:")) throw failure("offline");
  stage.open();
  let token = first;
  for (let isRenewed = false; ; isRenewed = true) {
    const closing = await showWidget({
      vendor: client,
      vendorOptions: toVendorOptions(options, target, token),
      target,
      stage,
      timeline,
      timeoutMs: widgetMs,
      signal,
      onFrame: () => announceOpen(session),
      onMessage: (message) => announceChange(session, message),
    });
    const refused = badStatuses.get(closing.data["status"]);
    if (!refused) {
      session.results = readSession(closing.data, session.results)!;
      return;
    }
    if (refused === "missing" || isRenewed) throw failure(`token-${refused}`);
    stage.wait();
    clearDesk(core);
    token = await untilAborted(take(refused), signal);
  }
}

function announceOpen(session: RunningSession): void {
  // A renewed token opens the widget again, which is nobody's business.
  if (session.isOpen) return;
  session.isOpen = true;
  announce(session, { type: "open", session: session.results });
}

function announceChange(session: RunningSession, { event, data }: TrustedMessage): void {
  if (event === "close") return;
  const before = session.results;
  const after = (session.results = readSession(data, before)!);
  announce(session, { type: event, session: after, source: findChanged(event, before, after) });
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

function announce({ core }: RunningSession, event: ConnectEvent<"open" | "connect" | "disconnect">): void {
  core.store.set(transition(core.store.get(), { type: "progress", session: event.session }));
  core.emit(event);
}

function loadVendor(options: HumanConnectOptions): VendorLoad {
  const controller = new AbortController();
  const client = (async () => (options.client ?? cdnClient()).load(controller.signal))();
  client.catch(() => {});
  return { client, controller };
}

async function awaitVendor({ client, controller }: VendorLoad, clientMs: number): Promise<VendorClient> {
  try {
    const vendor = await deadline(client, clientMs, () => failure("client-timeout", String(clientMs)));
    if (typeof vendor?.open === "function") return vendor;
  } catch (cause) {
    controller.abort();
    if (cause instanceof HumanConnectError) throw cause;
    throw failure(navigator.onLine ? "client-failed" : "offline", "your client's load()", cause);
  }
  throw failure("client-malformed");
}

function findContainer({ container }: HumanConnectOptions): Element | undefined {
  if (container === undefined || container === null) return undefined;
  try {
    const element = typeof container === "string" ? document.querySelector(container) : container;
    if (element instanceof Element) return element;
  } catch {
    // No selector at all: told below.
  }
  throw failure("invalid-option", "container matches no element of the page.");
}

function readTimeouts({ timeouts }: HumanConnectOptions): { tokenMs: number; clientMs: number; widgetMs: number } {
  return merge({ tokenMs: 15_000, clientMs: 15_000, widgetMs: 20_000 }, timeouts);
}
