/** The overlay that every client from 1.0 on adds has this id. */
export const overlayId = "human-api-connect-modal-overlay";

export function addOverlay(): HTMLElement {
  const overlay = Object.assign(document.createElement("div"), { id: overlayId });
  overlay.style.cssText = "position:fixed;inset:0;background:#333;opacity:.6;z-index:9990";
  return document.body.appendChild(overlay);
}
