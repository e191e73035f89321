import type { Page } from "./page.js";

/**
 * Plays the scenario `popup`: instead of asking for a password, the page lets its host show a second frame, and connects after
 * that frame was removed.
 */
export function playPopup(page: Page): void {
  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || readType(data) !== "hapi-external-auth-added") return;
    const { screen } = page.getState();
    if (screen.name === "sign-in") void page.connect([screen.provider]);
  });
  let seen = page.getState().screen.name;
  page.subscribe(() => {
    const { screen, session } = page.getState();
    if (session?.scenario !== "popup" || screen.name === seen) return;
    seen = screen.name;
    if (seen !== "sign-in") return;
    const url = new URL("/legacy/popup", location.origin).href;
    window.parent.postMessage(JSON.stringify({ type: "hapi-connect-popup-iframe", url }), "*");
  });
}

function readType(data: unknown): unknown {
  try {
    return (JSON.parse(String(data)) as { type?: unknown }).type;
  } catch {
    return undefined;
  }
}
