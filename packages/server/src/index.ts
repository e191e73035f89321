export { checkStore } from "./check-store.js";
export type { CheckStoreOptions, StoreFinding, StoreReport } from "./check-store.js";
export type { ClientUser } from "./client-user.js";
export { contentSecurityPolicy, toPolicyHeader } from "./content-security-policy.js";
export type { ContentSecurityPolicyOptions, PolicyDirectives } from "./content-security-policy.js";
export { createHumanApi } from "./create-human-api.js";
export type { HumanApi, RememberedUser } from "./create-human-api.js";
export type { DataList, HumanData } from "./data-client.js";
export { dataEndpoints } from "./data-endpoints.js";
export type { DataEndpoint } from "./data-endpoints.js";
export type { DataPage, DataRecord } from "./data-pages.js";
export type { DataQuery } from "./data-query.js";
export { errorCodes } from "./error-codes.js";
export type { ErrorCodeFacts, HumanApiErrorCode } from "./error-codes.js";
export { HumanApiError } from "./human-api-error.js";
export type { HumanApiErrorDetails } from "./human-api-error.js";
export type { HumanApiOptions } from "./human-api-options.js";
export type { LegacyService, LegacySessionToken, LegacyTokens } from "./legacy-service.js";
export type {
  HandlerFailed,
  Log,
  LogRecord,
  NotificationAnswered,
  StoreFailed,
  StoreRecovered,
  StoreWrongAnswer,
  TokenAnswered,
  UpstreamAnswered,
  UpstreamDeclined,
  UpstreamFailed,
} from "./log.js";
export type { LoggedError } from "./logged-error.js";
export { createMemoryStore } from "./memory-store.js";
export type { MemoryStore, MemoryStoreOptions } from "./memory-store.js";
export type { HipEvent, HipEventType, HumanApiNotification } from "./notification-event.js";
export { createNotificationHandler } from "./notification-handler.js";
export type { NotificationHandler } from "./notification-handler.js";
export type { NotificationCall, NotificationHandlerOptions } from "./notification-options.js";
export type { NotificationSignature, SignaturePart } from "./notification-signature.js";
export type { TimestampFormat } from "./notification-time.js";
export type { Fetch } from "./call-service.js";
export type { EncryptionKey } from "./seal.js";
export { createTokenHandler } from "./token-handler.js";
export type { TokenHandler, TokenHandlerOptions } from "./token-handler.js";
export type { TokenStore } from "./token-store.js";
export type { StoreOperation } from "./wrong-answer.js";
export type { AccessToken, CallOptions, ClientToken, ConnectToken, IdToken, SessionToken } from "./tokens.js";
