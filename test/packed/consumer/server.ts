import {
  checkStore,
  contentSecurityPolicy,
  createHumanApi,
  createMemoryStore,
  createNotificationHandler,
  createTokenHandler,
  dataEndpoints,
  errorCodes,
  HumanApiError,
  toPolicyHeader,
  type AccessToken,
  type CallOptions,
  type CheckStoreOptions,
  type ClientToken,
  type ClientUser,
  type ConnectToken,
  type ContentSecurityPolicyOptions,
  type DataEndpoint,
  type DataList,
  type DataPage,
  type DataQuery,
  type DataRecord,
  type EncryptionKey,
  type ErrorCodeFacts,
  type Fetch,
  type HandlerFailed,
  type HipEvent,
  type HipEventType,
  type HumanApi,
  type HumanApiErrorCode,
  type HumanApiErrorDetails,
  type HumanApiNotification,
  type HumanApiOptions,
  type HumanData,
  type IdToken,
  type LegacyService,
  type LegacySessionToken,
  type LegacyTokens,
  type Log,
  type LoggedError,
  type LogRecord,
  type MemoryStore,
  type MemoryStoreOptions,
  type NotificationAnswered,
  type NotificationCall,
  type NotificationHandler,
  type NotificationHandlerOptions,
  type NotificationSignature,
  type PolicyDirectives,
  type RememberedUser,
  type SessionToken,
  type SignaturePart,
  type StoreFailed,
  type StoreFinding,
  type StoreOperation,
  type StoreRecovered,
  type StoreReport,
  type StoreWrongAnswer,
  type TokenAnswered,
  type TokenHandler,
  type TokenHandlerOptions,
  type TokenStore,
  type UpstreamAnswered,
  type UpstreamDeclined,
  type UpstreamFailed,
  type TimestampFormat,
} from "@human-connect/server";
import {
  createHumanityClient,
  HumanityError,
  humanityErrorCodes,
  type HumanityClient,
  type HumanityErrorCode,
  type HumanityErrorDetails,
  type HumanityErrorFacts,
  type HumanityOptions,
  type HumanityToken,
} from "@human-connect/server/humanity";
import {
  toNodeHandler,
  type NodeHandler,
  type NodeRequest,
  type NodeResponse,
  type MountedRequest,
  type NodeHeader,
} from "@human-connect/server/node";

const said = (record: LogRecord): string => record.event;
const onLog: Log = (record) => console.log(said(record));
const memory: MemoryStoreOptions = {};
const store: MemoryStore & TokenStore = createMemoryStore(memory);
const options: HumanApiOptions = { clientId: "id", clientSecret: "secret", store, onLog };
const humanApi: HumanApi = createHumanApi(options);
const handling: TokenHandlerOptions = { humanApi, identify: () => "user-1" };
export const POST: TokenHandler = createTokenHandler(handling);
export const mounted: NodeHandler<unknown> = toNodeHandler(POST);
export const nested: NodeHandler<{ user?: string }> = toNodeHandler(
  createTokenHandler({ humanApi, identify: (_, request?: { user?: string }) => request?.user }),
);
export const plain = toNodeHandler(createTokenHandler({ humanApi, identify: () => "user-1" }));

const part: SignaturePart = { header: "x-time" };
const signature: NotificationSignature = { timestamp: part, nonce: { query: "nonce" }, encoding: "hex" };
const notified: NotificationHandlerOptions = {
  clientSecret: "secret",
  signature,
  onNotification: ({ kind, event }: HumanApiNotification) => console.log(kind, event),
};
export const notifications: NotificationHandler = createNotificationHandler(notified);

export async function readAll(user: ClientUser): Promise<DataRecord[]> {
  const endpoint: DataEndpoint = dataEndpoints[0]!;
  const data: HumanData = humanApi.data(user);
  const query: DataQuery = { limit: 100 };
  const list: DataList = data.list(endpoint, query);
  const found: DataRecord[] = [];
  for await (const record of list) found.push(record);
  return found;
}

const policy: ContentSecurityPolicyOptions = { client: "cdn" };
const directives: PolicyDirectives = contentSecurityPolicy(policy);
console.log(toPolicyHeader(directives));

const humanity: HumanityOptions = { clientId: "id", clientSecret: "secret", username: "u", password: "p" };
export const shifts: HumanityClient = createHumanityClient(humanity);

export function explain(error: unknown): string {
  if (error instanceof HumanApiError) {
    const code: HumanApiErrorCode = error.code;
    const facts: ErrorCodeFacts = errorCodes[code];
    return JSON.stringify(facts);
  }
  if (error instanceof HumanityError) {
    const code: HumanityErrorCode = error.code;
    const facts: HumanityErrorFacts = humanityErrorCodes[code];
    return JSON.stringify(facts);
  }
  return "";
}

/** Types that a customer only names. */
export type Named =
  | AccessToken
  | CallOptions
  | ClientToken
  | ConnectToken
  | DataPage
  | EncryptionKey
  | Fetch
  | HandlerFailed
  | HipEvent
  | HipEventType
  | HumanApiErrorDetails
  | HumanityErrorDetails
  | HumanityToken
  | IdToken
  | LegacyService
  | LegacySessionToken
  | LegacyTokens
  | LoggedError
  | NodeRequest
  | NodeResponse
  | NotificationAnswered
  | NotificationCall<unknown>
  | RememberedUser
  | SessionToken
  | StoreFailed
  | TokenAnswered
  | UpstreamAnswered
  | UpstreamFailed
  | UpstreamDeclined
  | MountedRequest
  | StoreFinding
  | StoreRecovered
  | StoreWrongAnswer;

export const header: NodeHeader = ["a", "b"];
export const operation: StoreOperation = "set";

export function judge(options: CheckStoreOptions): Promise<StoreReport> {
  return checkStore(store, options);
}

export const timestampFormat: TimestampFormat = "iso";

/** The options of a type that refuse `undefined`, as a variable of the environment may be. */
type Refusing<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? ({ [P in K]: undefined } extends Pick<T, K> ? never : K) : never;
}[keyof T];
type Never<T extends never> = T;
export type NoneRefuses = [
  Never<Refusing<HumanApiOptions>>,
  Never<Refusing<TokenHandlerOptions>>,
  Never<Refusing<NotificationHandlerOptions>>,
  Never<Refusing<ContentSecurityPolicyOptions>>,
  Never<Refusing<MemoryStoreOptions>>,
  Never<Refusing<CheckStoreOptions>>,
  Never<Refusing<DataQuery>>,
  Never<Refusing<CallOptions>>,
  Never<Refusing<HumanityOptions>>,
  Never<Refusing<Exclude<ClientUser, string>>>,
];
