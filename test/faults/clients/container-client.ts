import type { RawVendor } from "../harness/world.ts";
import { addOverlay, overlayId } from "./overlay.ts";

const containerId = "human-api-container";

/**
 * A client with the faults of 2.4.4 and later: the frame is inside a dialog of the client, which listens for a load event that
 * never fires, so that the focus does not move; with the sentinel trap it adds an inline stylesheet.
 *
 * @see docs/vendor.md#elements, #f18c
 */
export function createContainerClient(): RawVendor {
  const listeners: Record<string, ((payload: Record<string, unknown>) => void)[]> = {};

  return {
    on: (event, listener) => void (listeners[event] ??= []).push(listener),
    open(options) {
      if (document.getElementById(containerId)) return null;
      const container = Object.assign(document.createElement("div"), { id: containerId, role: "dialog" });
      container.ariaModal = "true";
      container.style.cssText = "position:fixed;inset:5%;z-index:9999;background:#fff";
      const frame = Object.assign(document.createElement("iframe"), { id: "human-api", role: "presentation" });
      const url = new URL(String(options["baseURL"]));
      url.searchParams.set("token", String(options["token"]));
      frame.src = url.href;
      container.appendChild(frame);
      // On the container, where no load event arrives.
      container.onload = () => frame.focus();
      document.body.appendChild(container);
      addOverlay();
      if (options["useSentinelTrap"]) addSentinelStyle();
      const listen = ({ data }: MessageEvent<{ type: string }>): void => {
        const type = data.type.replace("hapi-connect-", "");
        const payload = data as unknown as Record<string, unknown>;
        if (options["version"] === "V2") listeners[type.split("-")[0]!]?.forEach((tell) => tell(payload));
        else if (type === "close") (options["onClose"] as (payload: object) => void)?.(data);
        if (type !== "close") return;
        container.remove();
        document.getElementById(overlayId)!.remove();
        window.removeEventListener("message", listen);
      };
      window.addEventListener("message", listen);
      return undefined;
    },
  };
}

function addSentinelStyle(): void {
  const style = Object.assign(document.createElement("style"), {
    id: "focus-trap-styles",
    textContent: "i{color:red}",
  });
  document.head.appendChild(style);
}
