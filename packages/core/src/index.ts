export { describeState } from "./describe-state.js";
export { addVoice, type Voice } from "./announcer.js";
export { cdnClient, globalClient, type CdnClientOptions, type ConnectClient } from "./client.js";
export type { EndpointError } from "./endpoint-answer.js";
export { HumanConnectError, type HumanConnectErrorCode } from "./errors.js";
export {
  callbackName,
  eventTypes,
  type ConnectCallbacks,
  type ConnectEvent,
  type ConnectEventPayloads,
  type ConnectEventType,
} from "./events.js";
export { createHumanConnect, type HumanConnect } from "./human-connect.js";
export {
  readButtonLabels,
  readCardLabels,
  readViewLabels,
  type ButtonLabels,
  type CardLabels,
  type LabelOptions,
  type Labels,
  type ViewLabels,
  type WidgetLabels,
} from "./labels.js";
export { describeSource, isLongList, listSources, type ListedSource, type SourceStatus } from "./list-sources.js";
export { mergeOptions } from "./merge.js";
export { isOptionName } from "./option-names.js";
export type { HumanConnectOptions, Timeouts, TokenContext, TokenGrant, TokenReason } from "./options.js";
export { isLoopback, isSecure } from "./is-secure.js";
export { parseUrl } from "./parse-url.js";
export { allowScriptOrigins, isKnownScript } from "./script-origins.js";
export { normalizeSession, type ConnectSession, type RequestedSource, type Source } from "./session.js";
export type { CloseReason, HumanConnectState } from "./state.js";
export type { VendorClient } from "./vendor-client.js";
export type { WidgetOptions } from "./widget-options.js";
