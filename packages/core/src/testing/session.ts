import type { HumanConnectErrorCode } from "../model/errors.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { RequestedSource, Source } from "../model/session.js";
import type { WidgetContext } from "../stage/surface.js";
import { createFailure, readMoment } from "./failure.js";
import { createFakeHistory, type FakeHistory } from "./history.js";

/** What a person does in Connect, and what can happen to them there. */
export interface FakePerson {
  /**
   * Connects one source, or several one after the other: `connect` is delivered for each.
   *
   * @throws {TypeError} When it is no `{ id, name }`.
   * @throws {Error} When it came and went in this session already, because the kit could not tell what has become of it.
   */
  connect: (sources: Source | readonly Source[]) => void;
  /** Disconnects one source, or several one after the other. @throws As `connect`. */
  disconnect: (sources: Source | readonly Source[]) => void;
  /** Asks for a provider that Connect does not offer. The page hears of it with the next event, `close` at the latest. */
  request: (provider: Partial<RequestedSource>) => void;
  /** Is done: `close` is delivered with reason `finished`. */
  close: () => void;
  /** Backs out: `close` is delivered with reason `cancelled`. What was connected stays connected. */
  cancel: () => void;
  /** Connect finds the token expired: the kit asks `getToken` for another one, once, and opens Connect again. */
  expire: () => void;
  /** Ends the session with an error. @throws {Error} For a code that comes only before Connect is open. */
  fail: (code: HumanConnectErrorCode) => void;
}

/** One opening of Connect, and the person in it. Each of its methods throws once the session is over. */
export interface FakeSession extends FakePerson {
  /** What your `getToken` has returned. */
  readonly token: string;
  /** Everything that Connect was opened with, by the vendor's names: `token`, `baseURL`, `mode` and so on. */
  readonly options: Readonly<Record<string, unknown>>;
  /** False as soon as the session has ended, whoever ended it. */
  readonly isOpen: boolean;
}

/** A session with the strings that it hangs on. */
export interface FakeOpening {
  readonly session: FakeSession;
  /** The closing message, or what went wrong. */
  readonly closing: Promise<TrustedMessage>;
  /** Ends the session from outside; does nothing when it is over. */
  readonly end: (reason: unknown) => void;
}

/** What a session has of those around it. */
export interface FakeSurroundings {
  /** As if Cancel or Close had been pressed. */
  readonly onCancel: () => void;
  /** Everything that was ever requested; this session adds to it. */
  readonly requestedProviders: Partial<RequestedSource>[];
}

/** Opens a session: what its person does reaches the kit as messages of the vendor. */
export function createFakeSession(context: WidgetContext, surroundings: FakeSurroundings): FakeOpening {
  const { dialect, onMessage } = context;
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
    if (message.event !== "close") return onMessage(message);
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
        throw new Error(`fail("${code}"): that comes before Connect is open. Call fail() before the click.`);
      end(createFailure(code));
    },
  };
}

/** Each method, behind the question whether anybody is still there. */
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
