import { addOverlay, overlayId } from "./overlay.ts";

export interface FirstClient {
  open(options: Record<string, unknown>): unknown;
}

/**
 * A client with the faults of 1.x: callbacks alone, the token in the address unencoded, and `remove()` replaced for the whole
 * page.
 *
 * @param overridesOn When `remove()` is replaced: by 1.1.2 to 1.2.2 at each opening, by later ones as soon as the code runs.
 * @see docs/vendor.md#options, #f4, #f19
 */
export function createFirstClient(overridesOn: "open" | "load" = "open"): FirstClient {
  if (overridesOn === "load") overrideRemove();

  return {
    open(options) {
      if (document.getElementById("human-api")) return null;
      if (overridesOn === "open") overrideRemove();
      const { token, onClose } = options;
      const frame = Object.assign(document.createElement("iframe"), { id: "human-api" });
      frame.src = `${String(options["baseURL"])}/?token=${String(token)}&mode=auth`;
      frame.style.cssText = "position:fixed;inset:5%;z-index:9999;background:#fff";
      document.body.appendChild(frame);
      addOverlay();
      const listen = ({ data }: MessageEvent<{ type: string }>): void => {
        if (data.type !== "hapi-connect-close") return;
        window.removeEventListener("message", listen);
        frame.remove();
        document.getElementById(overlayId)!.remove();
        (onClose as ((payload: object) => void) | undefined)?.(data);
      };
      window.addEventListener("message", listen);
      return undefined;
    },
  };
}

/** For browsers without `remove()`, and written over that of all others. */
function overrideRemove(): void {
  const lists = [NodeList.prototype, HTMLCollection.prototype] as unknown as { remove?: () => void }[];
  Element.prototype.remove = function (this: Element) {
    this.parentElement!.removeChild(this);
  };
  for (const prototype of lists)
    prototype.remove = function (this: ArrayLike<Element>) {
      for (let at = this.length - 1; at >= 0; at--) this[at]?.parentElement?.removeChild(this[at]!);
    };
}
