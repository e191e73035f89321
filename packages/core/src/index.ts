export type { CdnClientOptions, ConnectClient } from "./client/client.js";
export { cdnClient, globalClient } from "./clients.js";
export type { EndpointError } from "./model/endpoint-answer.js";
export { HumanConnectError, type HumanConnectErrorCode } from "./model/errors.js";
export {
  eventTypes,
  type ConnectCallbacks,
  type ConnectEvent,
  type ConnectEventPayloads,
  type ConnectEventType,
} from "./model/events.js";
export { createHumanConnect, type HumanConnect } from "./human-connect.js";
export { describeState } from "./words/describe-state.js";
export { readButtonLabels } from "./words/button-labels.js";
export { readCardLabels } from "./words/card-labels.js";
export { readViewLabels } from "./words/view-labels.js";
export type {
  ButtonLabels,
  CardLabels,
  LabelOptions,
  Labels,
  Language,
  PluralForms,
  ViewLabels,
  WidgetLabels,
} from "./words/labels.js";
export type { HumanConnectOptions, Timeouts } from "./session/options.js";
export type { TokenContext, TokenGrant, TokenReason } from "./token/token-grant.js";
export { normalizeSession, type ConnectSession, type RequestedSource, type Source } from "./model/session.js";
export type { CloseReason, HumanConnectState } from "./model/state.js";
export type { Surface } from "./stage/surface.js";
export type { Dialect } from "./vendor/dialect.js";
export type { VendorClient } from "./vendor/vendor-client.js";
export type { WidgetOptions } from "./model/widget-options.js";
