import { readDocument } from "../page/read-document.js";
import { removeNode } from "../page/remove-node.js";
import { toConnectUrl } from "./connect-url.js";

const id = "human-api";

/** The inline style of the vendor's frame, without its splash image. */
const layout =
  "position:fixed;z-index:9999;margin:0;padding:0;border:none;visibility:visible;background:none;width:100%;height:100%;";
const centred = "max-height:590px;max-width:830px;left:calc(50% - 415px);top:calc(50% - 295px);border-radius:8px";
const full = "max-width:100%;max-height:100%;top:0;left:0";

/**
 * Adds the Connect frame to the page, with the address, title and attributes that the vendor's client 2.4.1 gives it, and takes it away
 * on a closing message. The stage provides everything else: the overlay, the size, the focus.
 *
 * @param options Those of the vendor's `open()`; they are only read.
 * @returns `null` if the page has a Connect frame already.
 * @throws {HumanConnectError} `invalid-option`
 * @see docs/vendor.md#elements
 */
export function openFrame(options: Record<string, unknown>): null | undefined {
  if (readDocument("getElementById")(id)) return null;
  const frame = readDocument("createElement")("iframe");
  const isRoomy = innerWidth >= 830 && innerHeight >= 590;
  frame.referrerPolicy = "no-referrer";
  frame.src = toConnectUrl(options);
  frame.title = `${options["mode"] === "select" ? "Select Providers" : "Connect Your Provider Accounts"} - Powered by Human API`;
  frame.id = id;
  frame.style.cssText = layout + (isRoomy ? centred : full);
  const close = ({ data, source, isTrusted }: MessageEvent<{ type?: unknown } | null>): void => {
    // A message that no script of this page has made comes from a window: then from this frame (docs/vendor.md#f1).
    if ((isTrusted && source !== frame.contentWindow) || data?.type !== "hapi-connect-close") return;
    removeNode(frame);
    window.removeEventListener("message", close);
  };
  window.addEventListener("message", close);
  // The body may still be missing. In the airlock, all three methods are its own.
  (readDocument("body") ?? readDocument("documentElement")).appendChild(frame);
  return undefined;
}
