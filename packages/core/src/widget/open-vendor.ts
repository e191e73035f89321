import { openInAirlock, type Airlock } from "./airlock.js";
import { bare } from "../base/bare.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { restoreRemove } from "../page/restore-remove.js";
import { readDocument } from "../page/read-document.js";
import { define } from "../page/shadow.js";
import type { WidgetContext } from "../stage/surface.js";
import { warn } from "../base/warn.js";
import { parseUrl } from "../base/parse-url.js";

/**
 * Calls the vendor's `open()` in the airlock, and reverts the side effects of its version on the page.
 *
 * @throws {HumanConnectError} `client-failed`, `widget-busy`; what `toVendorOptions` throws.
 */
export function openVendor({ vendor, toVendorOptions, reports }: WidgetContext): Airlock {
  const vendorOptions = toVendorOptions();
  const { token } = vendorOptions;
  const open = (): unknown => vendor.open(freshOptions(vendorOptions));
  let airlock: Airlock;
  try {
    airlock = openInAirlock(open, (node, frame) => {
      if (frame && typeof token === "string") encodeToken(frame, token);
      reports.onNode(node);
    });
  } catch (cause) {
    if (cause instanceof HumanConnectError) throw cause;
    throw new HumanConnectError("client-failed", "Connect's code threw an error in its open(). See the cause.", {
      cause,
    });
  } finally {
    restoreRemove();
  }
  // The vendor opens nothing if a frame of the page has its id (docs/vendor.md#f11).
  if (airlock.returned === null)
    throw failure(
      "widget-busy",
      readDocument("getElementById")("human-api-container") ? "human-api-container" : "human-api",
    );
  return airlock;
}

/** Shadows properties that other scripts have added to `Object.prototype` with `undefined`: the vendor would read them as options. */
function freshOptions(given: Record<string, unknown>): Record<string, unknown> {
  const fresh = { ...given };
  for (const name in fresh) {
    if (!Object.hasOwn(fresh, name))
      define(fresh, name, { value: undefined, configurable: true, enumerable: true, writable: true });
  }
  return fresh;
}

/** Clients before 2.2 write the token into the URL unencoded (docs/vendor.md#options), where `+` and `&` have another meaning. */
function encodeToken(frame: HTMLIFrameElement, token: string): void {
  const address = frame.getAttribute("src") ?? "";
  const url = parseUrl(address);
  if (url && url.searchParams.get("token") !== token)
    frame.src = address.replace(`token=${token}`, () => `token=${encodeURIComponent(token)}`);
}

/**
 * Finds the frame of a client that adds it later, or elsewhere: the session continues beside the stage.
 *
 * @throws {HumanConnectError} `widget-timeout` if none is added.
 */
export function findEscapedFrame(
  { target, reports, timeline, timeoutMs }: WidgetContext,
  signal: AbortSignal,
): Promise<HTMLIFrameElement> {
  warn(
    "This client adds its frame outside open(), bypassing the airlock. The session works; please report the client's version.",
  );
  timeline.log("warning: this client bypasses the airlock; its frame is used in place");
  return new Promise((resolve, reject) => {
    const find = (): void => {
      const frames = [...readDocument("querySelectorAll")("iframe")];
      // An invisible frame, such as the one that warms the connection, is not the widget.
      const frame = frames.find((one) => one.src.startsWith(`${target.origin}/`) && one.getClientRects().length);
      if (!frame) return;
      observer.disconnect();
      // Its first request has been sent already. Later requests have no referrer, except in WebKit.
      frame.referrerPolicy = "no-referrer";
      // A modal stage would make it inert.
      reports.onEscaped();
      resolve(frame);
    };
    const observer = new MutationObserver(find);
    observer.observe(document, bare({ childList: true, subtree: true, attributeFilter: ["src"] }));
    const timer = setTimeout(() => reject(failure("widget-timeout", String(timeoutMs))), timeoutMs);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    find();
  });
}
