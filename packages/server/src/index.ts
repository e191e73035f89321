export { checkStore } from "./store/check-store.js";
export type { CheckStoreOptions, StoreFinding, StoreReport } from "./store/check-store.js";
export type { ClientUser } from "./token/client-user.js";
export { contentSecurityPolicy, toPolicyHeader } from "./policy/content-security-policy.js";
export type { ContentSecurityPolicyOptions, PolicyDirectives } from "./policy/content-security-policy.js";
export { createHumanApi } from "./api/create-human-api.js";
export type { HumanApi } from "./api/create-human-api.js";
export type { DataList, HumanData } from "./data/client.js";
export { dataEndpoints } from "./data/endpoints.js";
export type { DataEndpoint } from "./data/endpoints.js";
export type { DataPage, DataRecord } from "./data/pages.js";
export type { DataQuery } from "./data/query.js";
export { errorCodes } from "./base/error-codes.js";
export type { ErrorCodeFacts, HumanApiErrorCode } from "./base/error-codes.js";
export { HumanApiError } from "./base/human-api-error.js";
export type { HumanApiErrorDetails } from "./base/human-api-error.js";
export type { HumanApiOptions } from "./token/human-api-options.js";
export type { LegacyService, LegacySessionToken, LegacyTokens } from "./legacy/legacy-service.js";
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
} from "./base/log.js";
export type { LoggedError } from "./base/logged-error.js";
export { createMemoryStore } from "./store/memory-store.js";
export type { MemoryStore, MemoryStoreOptions } from "./store/memory-store.js";
export type { HipEvent, HipEventType, HumanApiNotification } from "./notification/event.js";
export { createNotificationHandler } from "./notification/handler.js";
export type { NotificationHandler } from "./notification/handler.js";
export type { NotificationCall, NotificationHandlerOptions } from "./notification/options.js";
export type { NotificationSignature, SignaturePart } from "./notification/signature.js";
export type { TimestampFormat } from "./notification/time.js";
export type { Fetch } from "./service/call-service.js";
export type { EncryptionKey } from "./store/encryption.js";
export { createTokenHandler } from "./endpoint/token-handler.js";
export type { TokenHandler, TokenHandlerOptions } from "./endpoint/token-handler.js";
export type { TokenStore } from "./store/token-store.js";
export type { StoreOperation } from "./base/wrong-answer.js";
export type {
  AccessToken,
  CallOptions,
  ClientToken,
  ConnectToken,
  IdToken,
  SessionToken,
  RememberedUser,
} from "./token/tokens.js";
