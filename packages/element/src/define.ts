// First, because the modules below read globals that this one fixes.
import "./dom/own-globals.js";
import { defineElement } from "./dom/define-element.js";
import { HumanConnectButton } from "./elements/human-connect-button.js";
import { HumanConnectCard } from "./elements/human-connect-card.js";
import { HumanConnectList } from "./elements/human-connect-list.js";
import { HumanConnectStatus } from "./elements/human-connect-status.js";

export { configureElements, type ElementsConfiguration } from "./attributes/configure-elements.js";
// Named, so that the declarations of this file bring those of the tags and events with them.
export type { ConnectDomEventMap } from "./controllers/connect-events.js";
export type { HumanConnectButton, HumanConnectCard, HumanConnectList, HumanConnectStatus };

// Button and card first: the others look for them.
for (const [name, element] of [
  ["human-connect-button", HumanConnectButton],
  ["human-connect-card", HumanConnectCard],
  ["human-connect-list", HumanConnectList],
  ["human-connect-status", HumanConnectStatus],
] as const) {
  defineElement(name, element);
}
