export { describeState } from "./words/describe-state.js";
export { addVoice, type Voice } from "./announcer.js";
export type { CdnClientOptions, ConnectClient } from "./client/client.js";
export { cdnClient, globalClient } from "./clients.js";
export type { EndpointError } from "./model/endpoint-answer.js";
export { HumanConnectError, type HumanConnectErrorCode } from "./model/errors.js";
export {
  callbackName,
  eventTypes,
  type ConnectCallbacks,
  type ConnectEvent,
  type ConnectEventPayloads,
  type ConnectEventType,
} from "./model/events.js";
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
} from "./words/labels.js";
export { describeSource, isLongList, listSources, type ListedSource, type SourceStatus } from "./words/list-sources.js";
export { mergeOptions } from "./base/merge.js";
export { isOptionName } from "./session/option-names.js";
export type { HumanConnectOptions, Timeouts } from "./session/options.js";
export type { TokenContext, TokenGrant, TokenReason } from "./token/token-grant.js";
export { isLoopback, isSecure } from "./base/is-secure.js";
export { parseUrl } from "./base/parse-url.js";
export { allowScriptOrigins, isKnownScript } from "./client/script-origins.js";
export { normalizeSession, type ConnectSession, type RequestedSource, type Source } from "./model/session.js";
export type { CloseReason, HumanConnectState } from "./model/state.js";
export type { VendorClient } from "./vendor/vendor-client.js";
export type { WidgetOptions } from "./model/widget-options.js";
