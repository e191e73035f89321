import { cdnClient, type HumanConnectOptions } from "@human-connect/core";
import "@human-connect/element/define";

declare global {
  interface Window {
    /** The events of all sessions on this page, in order. */
    told: string[];
    /** How often the focus has moved, as far as the page's first listener hears of it. */
    focusMoves: number;
  }
}

const query = new URLSearchParams(location.search);
const sandbox = document.querySelector<HTMLMetaElement>("meta[name=sandbox]")!.content;
const clientUrl = `${sandbox}/humanapi-connect-client@2.4.1.js`;

/** Which of the library's parts this page shows. */
export const hostName: string = query.get("host")!;

/** Which face of the kit stands in it. */
export const face: string = query.get("face")!;

/** Connect is shown in the library's part, instead of over the page. */
export const isInline: boolean = query.get("how") === "inline";

window.told = [];
window.focusMoves = 0;
window.addEventListener("focusin", () => window.focusMoves++, true);
for (const type of ["open", "close", "error"]) {
  document.addEventListener(`human-connect-${type}`, (event) => {
    const { reason, error } = (event as CustomEvent<{ reason?: string; error?: { code: string } }>).detail;
    tell(type, reason ?? error?.code);
  });
}

/** What the React and the Vue face are given. */
export const options: HumanConnectOptions = {
  getToken: () => fetch("/token", { method: "POST" }),
  client: cdnClient({ url: clientUrl }),
  baseUrl: sandbox,
  onOpen: () => tell("open"),
  onClose: ({ reason }) => tell("close", reason),
  onError: ({ error }) => tell("error", error.code),
};

/** What the web component is given. */
export const attributes: Record<string, string> = {
  "token-url": "/token",
  "base-url": sandbox,
  "client-url": clientUrl,
};

/** As markup: the button, with room when it is inline; in a menu, which goes, one that follows the button beside it. */
export function writeButton(isInMenu = false): string {
  const given = Object.entries(isInMenu ? { for: "lead" } : attributes).map(([name, value]) => `${name}="${value}"`);
  const button = `<human-connect-button class="connect" ${isInline ? "inline" : ""} ${given.join(" ")}>Connect</human-connect-button>`;
  return isInline ? `<div class="room">${button}</div>` : button;
}

/** As markup: the button that those in menus follow. */
export function writeLead(): string {
  const given = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<human-connect-button id="lead" ${given.join(" ")}>Elsewhere</human-connect-button>`;
}

function tell(type: string, detail = ""): void {
  window.told.push(detail ? `${type}: ${detail}` : type);
}
