import type { HumanConnectErrorCode } from "../model/errors.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { RequestedSource, Source } from "../model/session.js";
import type { WidgetContext } from "../stage/surface.js";
import { createFailure, readMoment } from "./failure.js";
import { createFakeHistory, type FakeHistory } from "./history.js";

/** The actions of a user in Connect, and the events that can occur there. */
export interface FakePerson {
  /**
   * Connects one source, or several one after the other: emits `connect` for each.
   *
   * @throws {TypeError} When it is not a `{ id, name }`.
   * @throws {Error} When the source was connected and disconnected in this session already, because the kit could not tell whether it is
   * connected.
   */
  connect: (sources: Source | readonly Source[]) => void;
  /** Disconnects one source, or several one after the other. @throws As `connect`. */
  disconnect: (sources: Source | readonly Source[]) => void;
  /** Requests a provider that Connect does not offer. The host page receives it with the next event, `close` at the latest. */
  request: (provider: Partial<RequestedSource>) => void;
  /** Finishes: emits `close` with reason `finished`. */
  close: () => void;
  /** Cancels: emits `close` with reason `cancelled`. What was connected stays connected. */
  cancel: () => void;
  /** Connect reports an expired token: the kit calls `getToken` again, once, and opens Connect again. */
  expire: () => void;
  /** Ends the session with an error. @throws {Error} For a code that only occurs before Connect is open. */
  fail: (code: HumanConnectErrorCode) => void;
}

/** One opening of Connect, and its user. Each method throws once the session is over. */
export interface FakeSession extends FakePerson {
  /** The token that your `getToken` has returned. */
  readonly token: string;
  /** All options that Connect was opened with, by the vendor's names: `token`, `baseURL`, `mode` and so on. */
  readonly options: Readonly<Record<string, unknown>>;
  /** False as soon as the session has ended, for any reason. */
  readonly isOpen: boolean;
}

/** A session and its controls. */
export interface FakeOpening {
  readonly session: FakeSession;
  /** The closing message, or what went wrong. */
  readonly closing: Promise<TrustedMessage>;
  /** Ends the session from outside; does nothing if it is over. */
  readonly end: (reason: unknown) => void;
}

/** The context of a fake session. */
export interface FakeSurroundings {
  /** As if the user had pressed Cancel or Close. */
  readonly onCancel: () => void;
  /** All requests so far; this session appends its own. */
  readonly requestedProviders: Partial<RequestedSource>[];
}

/** Opens a session: the actions of its user reach the kit as messages of the vendor. */
export function createFakeSession(context: WidgetContext, surroundings: FakeSurroundings): FakeOpening {
  const { dialect, reports } = context;
  const vendorOptions = context.toVendorOptions();
  const history = createFakeHistory(surroundings.requestedProviders);
  let isOpen = true;
  let settle!: { resolve: (closing: TrustedMessage) => void; reject: (reason: unknown) => void };
  const closing = new Promise<TrustedMessage>((resolve, reject) => (settle = { resolve, reject }));
  const end = (reason: unknown): void => {
    isOpen = false;
    settle.reject(reason);
  };
  const say = (type: string, status: string): void => {
    const message = dialect.readMessage(history.describe(type, status)) as TrustedMessage;
    if (message.event !== "close") return reports.onMessage(message);
    isOpen = false;
    settle.resolve(message);
  };
  const session: FakeSession = {
    ...whileOpen(createPerson(history, { say, end, cancel: surroundings.onCancel }), () => isOpen),
    token: String(vendorOptions["token"]),
    options: Object.freeze({ ...vendorOptions }),
    get isOpen() {
      return isOpen;
    },
  };
  return { session, closing, end };
}

interface Ways {
  readonly say: (type: string, status: string) => void;
  readonly end: (reason: unknown) => void;
  readonly cancel: () => void;
}

function createPerson(history: FakeHistory, { say, end, cancel }: Ways): FakePerson {
  return {
    connect(sources) {
      for (const source of readSources("connect", sources)) {
        history.connect(source);
        say("hapi-connect-connect-source", "CONNECTED_SOURCE");
      }
    },
    disconnect(sources) {
      for (const source of readSources("disconnect", sources)) {
        history.disconnect(source);
        say("hapi-connect-disconnect-source", "DISCONNECTED_SOURCE");
      }
    },
    request(provider) {
      if (typeof provider !== "object" || provider === null)
        throw new TypeError('request() needs a provider such as { physician: "Dr. Rowan", address: "Alderwick" }.');
      history.request(provider);
    },
    close: () => say("hapi-connect-close", "SUCCESS"),
    cancel,
    expire: () => say("hapi-connect-close", "SESSION_TOKEN_EXPIRED"),
    fail(code) {
      if (readMoment(code) === "before")
        throw new Error(`fail("${code}"): this error occurs before Connect is open. Call fail() before the click.`);
      end(createFailure(code));
    },
  };
}

/** Wraps each method so that it throws once the session is over. */
function whileOpen(person: FakePerson, isOpen: () => boolean): FakePerson {
  const guarded = Object.entries(person).map(([name, act]) => [
    name,
    (argument: never) => {
      if (!isOpen()) throw new Error(`${name}(): this session is over. Await opened() for the next one.`);
      (act as (argument: never) => void)(argument);
    },
  ]);
  return Object.fromEntries(guarded) as FakePerson;
}

function readSources(method: string, given: Source | readonly Source[]): Source[] {
  return [given].flat().map((source: Partial<Source> | undefined) => {
    const { id, name } = source ?? {};
    if (typeof id === "string" && typeof name === "string" && id.trim() && name.trim()) return { id, name };
    throw new TypeError(`${method}() needs a source such as { id: "a1", name: "Alder Clinic" }, or a list of them.`);
  });
}
