export type { ButtonProperties } from "./button-options.js";
export { ConnectController, type ConnectControllerOptions } from "./connect-controller.js";
export type { ConnectDomEventMap } from "./connect-events.js";
export { HumanConnectButton } from "./human-connect-button.js";
export { HumanConnectList } from "./human-connect-list.js";
export { HumanConnectStatus } from "./human-connect-status.js";
export type { PrepareOn } from "./prepare-controller.js";
export { renderButtonHtml } from "./render-button-html.js";
