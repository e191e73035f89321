import {
  cdnClient,
  createHumanConnect,
  eventTypes,
  globalClient,
  type EndpointError,
  HumanConnectError,
  normalizeSession,
  type ButtonLabels,
  type CardLabels,
  type CdnClientOptions,
  type CloseReason,
  type ConnectCallbacks,
  type ConnectClient,
  type ConnectEvent,
  type ConnectEventPayloads,
  type ConnectEventType,
  type ConnectSession,
  type Dialect,
  type HumanConnect,
  type HumanConnectErrorCode,
  type HumanConnectOptions,
  type HumanConnectState,
  type LabelOptions,
  type Labels,
  type Language,
  type PluralForms,
  type RequestedSource,
  type Source,
  type Surface,
  type Timeouts,
  type TokenGrant,
  type TokenContext,
  type TokenReason,
  type VendorClient,
  type ViewLabels,
  type WidgetLabels,
  type WidgetOptions,
  describeState as sayState,
  readButtonLabels,
  readCardLabels,
  readViewLabels,
} from "@human-connect/core";
import {
  addVoice,
  callbackName,
  allowScriptOrigins,
  isKnownScript,
  isLongList,
  isLoopback,
  isOptionName,
  isSecure,
  parseUrl,
  describeSource,
  listSources,
  mergeOptions,
  hasOwnOptions,
  isFunctionOption,
  optionKinds,
  prepareWhen,
  repeatEarlyPress,
  readButtonView,
  readLiveView,
  readLocale,
  readStateOptions,
  whenShown,
  type ButtonView,
  type FaceOptions,
  type OptionKind,
  type ListedSource,
  type LiveView,
  type ShowsLive,
  type SourceStatus,
  type StateOptions,
  type Voice,
} from "@human-connect/core/face";
import { directClient } from "@human-connect/core/direct";
import { earlyScript, earlyScriptHash } from "@human-connect/core/early";
import { hostedConnectUrl, readHostedCallback, type HostedConnectOptions } from "@human-connect/core/hosted";
import {
  legacyClient,
  type LegacyClientOptions,
  type LegacyOutcome,
  type LegacySessionToken,
} from "@human-connect/core/legacy";
import { fr } from "@human-connect/core/languages/fr";
import { npmClient } from "@human-connect/core/npm";
import {
  createFakeClient,
  type FakeClient,
  type FakePerson,
  type FakeScript,
  type FakeSession,
} from "@human-connect/core/testing";
import {
  connectPage,
  type ConnectPage,
  type FrameLike,
  type LocatorLike,
  type PageLike,
  type ProviderRequest,
} from "@human-connect/sandbox/playwright";
import "@human-connect/core/styles.css";
import "@human-connect/react/styles.css";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  HumanConnectProvider,
  useHumanConnect,
  type ConnectButtonProps,
  type ConnectCardProps,
  type ConnectionListProps,
  type ConnectStatusProps,
  type HumanConnectProviderProps,
  type PrepareOn,
  type UseHumanConnect,
  type UseHumanConnectOptions,
} from "@human-connect/react";
import {
  createSandbox,
  SandboxError,
  scenarios,
  type Delivery,
  type Expiry,
  type LoggedRequest,
  type NotificationOptions,
  type NotificationType,
  type Sandbox,
  type SandboxErrorCode,
  type SandboxHumanity,
  type SandboxOptions,
  type Scenario,
  type ScenarioName,
} from "@human-connect/sandbox";
import { createBrowserSandbox, type BrowserSandbox, type BrowserSandboxOptions } from "@human-connect/sandbox/browser";
import type { ConnectToken } from "@human-connect/server";
import { useRef, type ReactElement } from "react";

const cdn: CdnClientOptions = { version: "2.4.1", retries: 1 };
const timeouts: Timeouts = { tokenMs: 5000 };
const widget: WidgetOptions = { mode: "auth", pinnedProviders: ["Alder Clinic"] };
const forms: PluralForms = { few: "{count} of them", other: "{count} in all" };
const words: Partial<Labels> = { connect: "Share my records", manyConnections: forms };
const french: Language = fr;
console.log(readLocale(french.locale)?.language, createHumanConnect({ ...fr, tokenUrl: "/token" }));
export const spoken: ReactElement = <ConnectButton {...fr} tokenUrl="/token" />;
const ownClient: ConnectClient = {
  async load(signal: AbortSignal): Promise<VendorClient> {
    signal.throwIfAborted();
    return { open: (options) => options["token"] };
  },
};

export function extendClient(dialect: Dialect, surface: Surface): ConnectClient {
  return { ...ownClient, dialect: async () => dialect, surface: async () => surface };
}

async function getToken({ signal, reason }: TokenContext): Promise<TokenGrant> {
  const response = await fetch(`/api/token?reason=${reason}`, { method: "POST", signal });
  return (await response.json()) as TokenGrant;
}

const callbacks: ConnectCallbacks = {
  onConnect: ({ source, session }) => console.log(source?.name, session.currentConnections.length),
  onClose({ reason }) {
    const why: CloseReason = reason;
    console.log(why);
  },
  onError: ({ error }) => console.log(error.code, error.userMessage),
};

const options: HumanConnectOptions = {
  getToken,
  client: cdnClient(cdn),
  timeouts,
  labels: words,
  ...widget,
  ...callbacks,
};
const connect: HumanConnect = createHumanConnect(() => mergeOptions(options, { segment: "adults" }));
export const line: string = sayState(connect.getState(), { locale: "es" });

export function describeState(state: HumanConnectState): string {
  switch (state.status) {
    case "idle":
    case "loading":
      return state.status;
    case "open":
      return names(state.session.currentConnections);
    case "closed":
      return state.reason;
    case "error":
      return state.error.message;
    default:
      return state satisfies never;
  }
}

export function listen<T extends ConnectEventType>(type: T, listener: (event: ConnectEvent<T>) => void): () => void {
  console.log(eventTypes.map(callbackName), callbackName(type), isOptionName("getToken"));
  return connect.on(type, listener);
}

export const reasons: readonly TokenReason[] = ["open", "prefetch", "expired", "invalid"];

export function allowScripts(address: string): boolean {
  const url = parseUrl(address);
  if (!url) return false;
  allowScriptOrigins(["https://static.example"]);
  return isSecure(url) && (isLoopback(url.hostname) || isKnownScript(url.href));
}

export function summarize(session: ConnectSession): string {
  const requested: readonly RequestedSource[] = session.requestedProviders;
  return `${names(session.currentConnections)} ${requested.map(({ physician }) => physician).join()}`;
}

function names(sources: readonly Source[]): string {
  return sources.map(({ name }) => name).join(", ");
}

export function describeSources(state: HumanConnectState): string[] {
  const gone: SourceStatus = "disconnected";
  const listed: readonly ListedSource[] = listSources(state, true);
  if (isLongList(state)) return [];
  return listed.filter(({ status }) => status !== gone).map((source) => describeSource(source, { locale: "es" }));
}

export function listenTo(say: Voice["say"]): () => void {
  return addVoice(connect, { words: () => ({}), say });
}

export function readWords(labels: LabelOptions): [ButtonLabels, ViewLabels, CardLabels, Pick<WidgetLabels, "title">] {
  return [readButtonLabels(labels), readViewLabels(labels), readCardLabels(labels), { title: "Connect" }];
}

export function drawOwn(state: HumanConnectState, given: FaceOptions, element: Element): [ButtonView, LiveView] {
  const shows: ShowsLive = whenShown("shown", false);
  const kind: OptionKind = optionKinds.getToken;
  const merged: StateOptions = readStateOptions({ user: "ada" }, { initialConnections: [] });
  console.log(kind, merged.user);
  if (element instanceof HTMLElement) repeatEarlyPress(element);
  if (hasOwnOptions(given) || isFunctionOption("getToken")) prepareWhen("visible", element, connect.prepare)();
  return [readButtonView(state, readButtonLabels({}), "Share"), readLiveView(state, "", shows)];
}

export async function openIt(
  clients: ConnectClient[] = [npmClient(), globalClient(), directClient(), ownClient],
): Promise<HumanConnectErrorCode | undefined> {
  console.log(clients.length, normalizeSession({})?.currentConnections);
  const over = await connect.open({ segment: "adults" });
  if (over.status === "error" && over.error instanceof HumanConnectError) return over.error.code;
  const payload: ConnectEventPayloads["open"] | undefined =
    "session" in over && over.session ? { session: over.session } : undefined;
  console.log(payload?.session);
  return undefined;
}

export function redirect(hosted: HostedConnectOptions): [there: URL, back: ConnectSession | undefined] {
  return [hostedConnectUrl(hosted), readHostedCallback(location.href, hosted.state)];
}

export function openOld(options: Omit<LegacyClientOptions, "finalize">): HumanConnect {
  const finalize = (token: LegacySessionToken, { signal }: { signal: AbortSignal }): LegacyOutcome =>
    signal.aborted ? {} : { publicToken: token.humanId, currentConnections: [] };
  return createHumanConnect({
    client: legacyClient({ ...options, finalize }),
    getToken: () => ({ publicToken: null }),
  });
}

function Own(props: ConnectButtonProps): ReactElement {
  const ref = useRef<HTMLButtonElement>(null);
  const prepareOn: PrepareOn = "visible";
  return <ConnectButton {...props} ref={ref} prepareOn={prepareOn} />;
}

function Everything(given: UseHumanConnectOptions): ReactElement {
  const human: UseHumanConnect = useHumanConnect(given);
  const list: ConnectionListProps = { children: (source) => <b>{source.name}</b>, empty: null };
  const line: ConnectStatusProps = { live: true };
  const card: ConnectCardProps = { headingLevel: 3, source: (source) => source.status };
  return (
    <>
      <Own connect={human.connect} onClick={(event) => event.currentTarget.blur()} />
      <ConnectionList connect={human.connect} {...list} />
      <ConnectStatus connect={human.connect} {...line} />
      <ConnectCard {...card} />
    </>
  );
}

export function App(props: HumanConnectProviderProps): ReactElement {
  return (
    <HumanConnectProvider {...props} {...options}>
      <ConnectButton aria-describedby="help">Share</ConnectButton>
      <Everything getToken={() => ({ session_token: "token", expires_in: 3600 })} closeOnUnmount />
    </HumanConnectProvider>
  );
}

export function Document({ nonce }: { nonce: string }): ReactElement {
  return <script nonce={nonce} data-hash={earlyScriptHash} dangerouslySetInnerHTML={{ __html: earlyScript }} />;
}

export const answerOf = (token: ConnectToken): TokenGrant => token;
export const refused: TokenGrant = { error: { code: "not-signed-in" } };

export async function rehearse(): Promise<readonly FakeSession[]> {
  const script: FakeScript = ({ close }) => close();
  const fake: FakeClient = createFakeClient(script);
  const person: FakePerson = fake;
  fake.fail("offline");
  person.connect({ id: "a", name: "A" });
  const session: FakeSession = await fake.opened();
  return [session, ...fake.sessions];
}

export async function drive(page: PageLike, asked: ProviderRequest): Promise<[FrameLike, LocatorLike]> {
  const connected: ConnectPage = connectPage(page);
  await connected.request(asked);
  const frame = page.frameLocator("#human-api");
  return [frame, frame.getByRole("button", { name: "Done" })];
}

export function startInPage(given: BrowserSandboxOptions): string {
  const sandbox: BrowserSandbox = createBrowserSandbox(given);
  return sandbox.mintToken("jane");
}

export const notify: NotificationOptions = { url: "https://shop.example/notifications" };
export type Notified = NotificationType;

export async function startSandbox(given: SandboxOptions): Promise<Sandbox> {
  const life: Partial<Expiry> = { session: 60 };
  const found: Scenario | undefined = scenarios.find(({ name }) => name === ("autopilot" satisfies ScenarioName));
  try {
    const sandbox = await createSandbox(given);
    sandbox.setExpiry(life);
    const requests: readonly LoggedRequest[] = sandbox.requests;
    const deliveries: readonly Delivery[] = sandbox.deliveries;
    const humanity: SandboxHumanity = sandbox.humanity;
    console.log(found?.summary, requests.length, deliveries.length, humanity);
    return sandbox;
  } catch (error) {
    const code: SandboxErrorCode | undefined = error instanceof SandboxError ? error.code : undefined;
    throw new Error(`The sandbox did not start: ${code}`, { cause: error });
  }
}

export const readStatus = (error: HumanConnectError): number | undefined =>
  (error.cause as EndpointError | undefined)?.status;

/** The options of a type that refuse `undefined`, as a variable of the environment may be. */
type Refusing<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? ({ [P in K]: undefined } extends Pick<T, K> ? never : K) : never;
}[keyof T];
type Never<T extends never> = T;
export type NoneRefuses = [
  Never<Refusing<HumanConnectOptions>>,
  Never<Refusing<WidgetOptions>>,
  Never<Refusing<LabelOptions>>,
  Never<Refusing<NonNullable<LabelOptions["labels"]>>>,
  Never<Refusing<Timeouts>>,
  Never<Refusing<CdnClientOptions>>,
  Never<Refusing<HostedConnectOptions>>,
  Never<Refusing<LegacyClientOptions>>,
  Never<Refusing<FaceOptions>>,
  Never<Refusing<UseHumanConnectOptions>>,
  Never<Refusing<HumanConnectProviderProps>>,
  Never<Refusing<ConnectButtonProps>>,
  Never<Refusing<ConnectCardProps>>,
  Never<Refusing<ConnectionListProps>>,
  Never<Refusing<ConnectStatusProps>>,
  Never<Refusing<SandboxOptions>>,
  Never<Refusing<NonNullable<SandboxOptions["expiresInSeconds"]>>>,
  Never<Refusing<NotificationOptions>>,
  Never<Refusing<BrowserSandboxOptions>>,
  Never<Refusing<ProviderRequest>>,
];
