import type { Airlock } from "./airlock.js";
import { bare } from "../base/bare.js";
import { failure } from "../words/failure.js";
import { findEscapedFrame, openVendor } from "./open-vendor.js";
import { readDocument } from "../page/read-document.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import { rootsOf } from "../page/roots-of.js";
import type { WidgetContext } from "../stage/surface.js";
import type { Timeline } from "../base/timeline.js";
import { warn } from "../base/warn.js";
import { watchReach } from "./watch-reach.js";
import { removeNode } from "../page/remove-node.js";

/**
 * Opens the vendor's widget and follows it to its end. However it ends, it leaves nothing on the page.
 *
 * @returns The closing message; `undefined` when the user reloads the widget.
 * @throws {HumanConnectError} `widget-busy`, `widget-blocked`, `widget-timeout`, `widget-removed`, `client-failed`.
 */
export async function showWidget(context: WidgetContext): Promise<TrustedMessage | undefined> {
  const watch = new AbortController();
  const { promise, resolve, reject } = withResolvers<TrustedMessage | undefined>();
  context.signal.addEventListener("abort", () => reject(context.signal.reason), bare({ signal: watch.signal }));
  watchPolicy(context.target.origin, watch.signal, reject);
  let airlock: Airlock | undefined;
  let frame: HTMLIFrameElement | undefined;
  try {
    airlock = openVendor(context);
    frame = airlock.frame ?? (await Promise.race([findEscapedFrame(context, watch.signal), promise as Promise<never>]));
    const reload = (): void => resolve(undefined);
    watchFrame(frame, context, watch.signal, { reload, reject });
    const heard = watchLife(context, watch.signal, reload);
    watchMessages(frame, context, watch.signal, { heard, resolve, reject });
    context.dialect.onFrame?.(frame, { target: context.target, place: context.reports.onNode, signal: watch.signal });
    return await promise;
  } finally {
    watch.abort();
    if (context.dialect.closeMessage) airlock?.deliver(context.dialect.closeMessage);
    airlock?.dispose();
    // A frame that bypassed the airlock, if its client has not removed it.
    removeNode(frame);
  }
}

/**
 * Reports a doubt while the Connect page seems unreachable, until the page posts a message. A doubt does not end the session: the page
 * may be alive all the same.
 *
 * @returns Call it when the page posts a message.
 */
function watchLife({ target, reports }: WidgetContext, signal: AbortSignal, reload: () => void): () => void {
  const reach = new AbortController();
  signal.addEventListener("abort", () => reach.abort());
  void watchReach(target, reach.signal, (error) => reports.onUnreachable(error, reload));
  return () => {
    if (reach.signal.aborted) return;
    reach.abort();
    reports.onAlive();
  };
}

function watchFrame(
  frame: HTMLIFrameElement,
  context: WidgetContext,
  signal: AbortSignal,
  { reload, reject }: { reload: () => void; reject: (error: Error) => void },
): void {
  const { dialect, timeline, timeoutMs, reports } = context;
  const timer = setTimeout(() => reject(failure("widget-timeout", String(timeoutMs))), timeoutMs);
  const awaitLoad = (): void =>
    frame.addEventListener(
      "load",
      () => {
        clearTimeout(timer);
        timeline.mark("widget");
        reports.onShown(frame, dialect.isSilent ? undefined : reload);
      },
      bare({ once: true, signal }),
    );
  awaitLoad();
  watchPlace(frame, signal, {
    onRemoved() {
      // Ends the session if the host has removed the container.
      reports.onRemoved();
      reject(failure("widget-removed"));
    },
    onMoved() {
      timeline.log("warning: the page moved the Connect frame, so it reloads");
      reports.onMoved();
      awaitLoad();
    },
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/**
 * Watches the position of the frame. A frame that a library moves, or keeps while it replaces the page around it, leaves the document for
 * some microtasks: its final position is known at the end of the task. A browser reloads a frame that is inserted again.
 */
function watchPlace(
  frame: HTMLIFrameElement,
  signal: AbortSignal,
  { onRemoved, onMoved }: { onRemoved: () => void; onMoved: () => void },
): void {
  let shown = frame.contentWindow;
  const isMoved = (): boolean => frame.contentWindow !== shown;
  const look = (): void => {
    if (signal.aborted) return;
    if (!frame.isConnected) return onRemoved();
    if (!isMoved()) return;
    shown = frame.contentWindow;
    observe();
    onMoved();
  };
  const observer = new MutationObserver(() => {
    if (isMoved()) setTimeout(look);
  });
  const observe = (): void => {
    for (const root of new Set([document, ...rootsOf(frame)]))
      observer.observe(root, bare({ childList: true, subtree: true }));
  };
  observe();
  if (!frame.isConnected) onRemoved();
  signal.addEventListener("abort", () => observer.disconnect());
}

function watchMessages(
  frame: HTMLIFrameElement,
  { target, dialect, timeline, reports }: WidgetContext,
  signal: AbortSignal,
  {
    heard,
    resolve,
    reject,
  }: {
    heard: () => void;
    resolve: (closing: TrustedMessage) => void;
    reject: (error: Error) => void;
  },
): void {
  window.addEventListener(
    "message",
    (event) => {
      // The vendor checks none of this (docs/vendor.md#f1): a trusted event, this frame's window, an expected origin.
      if (
        !event.isTrusted ||
        !frame.contentWindow ||
        event.source !== frame.contentWindow ||
        !target.origins.includes(event.origin)
      )
        return;
      heard();
      const message = dialect.readMessage(event.data);
      if (!message) tellUnknown(event.data, timeline);
      else if (message instanceof Error) reject(message);
      else if (message.event === "close") resolve(message);
      else reports.onMessage(message);
    },
    bare({ signal }),
  );
}

function tellUnknown(data: unknown, timeline: Timeline): void {
  timeline.log("ignored a message of unknown shape");
  const type = (data as { type?: unknown } | null | undefined)?.type;
  if (typeof type === "string" && type.startsWith("hapi-connect-"))
    warn(
      `Connect posted a message that this version does not know: ${JSON.stringify(type.slice(0, 80))}. It was ignored.`,
    );
}

function watchPolicy(origin: string, signal: AbortSignal, reject: (error: Error) => void): void {
  readDocument("addEventListener")(
    "securitypolicyviolation",
    ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition === "enforce" && effectiveDirective === "frame-src" && blockedURI.startsWith(origin))
        reject(failure("widget-blocked", origin));
    },
    bare({ signal }),
  );
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((...pair) => ([resolve, reject] = pair));
  promise.catch(() => {});
  return { promise, resolve, reject };
}
