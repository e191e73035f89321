import {
  cdnClient,
  createHumanConnect,
  type ConnectClient,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
} from "@human-connect/core";
import { legacyClient } from "@human-connect/core/legacy";
import { findAllDeep, findDeep } from "../../support/find-deep.ts";

declare global {
  interface Window {
    HumanConnect?: RawVendor;
  }
}

/** The vendor's client, as it is on npm. */
export interface RawVendor {
  open(options: Record<string, unknown>): unknown;
  on(event: string, listener: (payload: Payload) => void): void;
}

export type Payload = Record<string, unknown>;

/** What the vendor's client told its callbacks. */
export interface RawSession {
  readonly returned: unknown;
  readonly closes: Payload[];
  readonly connects: Payload[];
}

/** A connection of the kit and everything that it told. */
export interface KitSession {
  readonly connect: HumanConnect;
  readonly events: ConnectEvent[];
  /** Resolves when the session is over. */
  readonly over: Promise<HumanConnectState>;
}

/** Messages that a check has forged, and those of them that the kit has believed. */
export interface Forgeries {
  sent: number;
  believed: number;
}

export const alder = { id: "a1", name: "Alder Clinic" };
export const forged = { id: "forged-source", name: "Forged Source" };

export const closeMessage = (source = alder): object => ({
  type: "hapi-connect-close",
  status: "SUCCESS",
  sessionResults: { connectedSources: [source], disconnectedSources: [], requestedSources: [] },
  currentConnections: [source],
});
export const connectMessage = (source = alder): object => ({
  type: "hapi-connect-connect-source",
  status: "CONNECTED_SOURCE",
  sessionResults: { connectedSources: [source] },
  currentConnections: [source],
});

/** Elements of a page may stand before these methods, and some checks add such. */
const query = <E extends HTMLElement>(selector: string): E | null =>
  Document.prototype.querySelector.call(document, selector) as E | null;

/** Methods that stand before those of the browser. */
const readOwn = (): string[] =>
  ["addEventListener", "appendChild", "createElement", "getElementById"].flatMap((name) =>
    Object.entries({ window, document, body: document.body })
      .filter(([, owner]) => owner && Object.hasOwn(owner, name))
      .map(([owner]) => `${owner}.${name}`),
  );

/** A host's page with a Connect page on another origin and a stranger on a third; what a check runs against. */
export class World {
  readonly origins: Readonly<Record<"connect" | "stranger" | "legacy", string>> = JSON.parse(
    document.querySelector("#origins")!.textContent,
  );
  /** Messages of errors that nobody caught, since the page has loaded. */
  readonly uncaught: string[] = [];
  /** What was written to the console as a warning. */
  readonly warnings: string[] = [];
  readonly forgeries: Forgeries = { sent: 0, believed: 0 };
  /** Errors that the check itself has brought about. */
  readonly #own: string[] = [];
  /** Methods that the page has put there itself. */
  readonly #theirs = readOwn();
  readonly opener = document.querySelector<HTMLButtonElement>("#opener")!;
  readonly field = document.querySelector<HTMLInputElement>("#field")!;

  constructor() {
    addEventListener("error", ({ message }) => this.uncaught.push(message));
    addEventListener("unhandledrejection", ({ reason }) => this.uncaught.push(String(reason)));
    const warn = console.warn;
    console.warn = (...words: unknown[]) => {
      this.warnings.push(words.join(" "));
      warn.apply(console, words);
    };
  }

  script(day: string): string {
    return `${location.origin}/script/${day}.js`;
  }

  /** Adds a script tag. @returns How it ends: "load" or "error". */
  addScript(src: string): Promise<string> {
    const script = Object.assign(document.createElement("script"), { src });
    document.head.append(script);
    return new Promise((resolve) => (script.onload = script.onerror = (event) => resolve((event as Event).type)));
  }

  /** Runs the vendor's script once more: a copy of its own each time. */
  async vendor(): Promise<RawVendor> {
    same(await this.addScript(this.script("good")), "load", "the vendor's script");
    return window.HumanConnect!;
  }

  /** Both ways in which the kit gets the vendor's code of a version, each with a copy of its own, on a page that maps its package. */
  async createClients(version: string): Promise<ConnectClient[]> {
    const npm = "/core/npm.js";
    const { npmClient } = (await import(/* @vite-ignore */ npm)) as typeof import("@human-connect/core/npm");
    return [cdnClient({ url: this.script(version) }), npmClient()];
  }

  /** Loads both before the page has loaded, which waits for its image `/held`. @returns How far the page was each time. */
  async loadEarly(version: string): Promise<DocumentReadyState[]> {
    const states: DocumentReadyState[] = [];
    try {
      for (const client of await this.createClients(version)) {
        await client.load(new AbortController().signal);
        states.push(document.readyState);
      }
    } finally {
      const timer = setInterval(() => void fetch("/let-go"), 50);
      addEventListener("load", () => clearInterval(timer));
    }
    return states;
  }

  /** Clicks a button that opens Connect as the vendor documents it. @returns Whether that ends in an error that nobody catches. */
  clickRaw(): boolean {
    const errors = this.uncaught.length;
    this.opener.onclick = () => void window.HumanConnect!.open({ token: "token", baseURL: this.origins.connect });
    this.opener.click();
    this.opener.onclick = null;
    return this.uncaught.length > errors;
  }

  /** Opens Connect as the vendor documents it, and waits for its page. */
  async openRaw(options: Record<string, unknown> = {}, vendor?: RawVendor): Promise<RawSession> {
    const client = vendor ?? (await this.vendor());
    const session = { returned: undefined as unknown, closes: [] as Payload[], connects: [] as Payload[] };
    session.returned = client.open({
      token: "token",
      baseURL: this.origins.connect,
      onClose: (payload: Payload) => session.closes.push(payload),
      onConnectSource: (payload: Payload) => session.connects.push(payload),
      ...options,
    });
    if (session.returned !== null) await nextLoad(this.frame);
    return session;
  }

  /** What a connection of the kit needs on this page. */
  get kitOptions(): HumanConnectOptions {
    return {
      getToken: () => "token",
      baseUrl: this.origins.connect,
      client: cdnClient({ url: this.script("good"), retries: 0 }),
      warmFrame: false,
    };
  }

  /** A connection of the kit with the vendor's client. Nothing has happened yet. */
  createKit(options: Partial<HumanConnectOptions> = {}): Omit<KitSession, "over"> {
    const events: ConnectEvent[] = [];
    const record = (event: ConnectEvent): void => {
      events.push(event);
      if (JSON.stringify(event).includes(forged.id)) this.forgeries.believed++;
    };
    const connect = createHumanConnect({
      ...this.kitOptions,
      onOpen: record,
      onConnect: record,
      onDisconnect: record,
      onClose: record,
      onError: record,
      ...options,
    });
    connect.subscribe(() => {});
    return { connect, events };
  }

  /** Opens Connect with the kit and waits for its page. */
  async openKit(options: Partial<HumanConnectOptions> = {}): Promise<KitSession> {
    const kit = this.createKit(options);
    this.opener.focus();
    const over = kit.connect.open();
    await this.untilLive();
    return { ...kit, over };
  }

  /** What a connection to the old popup needs. */
  get legacyOptions(): Partial<HumanConnectOptions> {
    const url = `${this.origins.legacy}/connect.js`;
    return {
      client: legacyClient({ clientId: "sandbox-client-id", clientUserId: "somebody", finalize: () => {}, url }),
      baseUrl: this.origins.legacy,
      getToken: () => ({ publicToken: "" }),
    };
  }

  /** The same with a client that adds its frame by ways that no wrapper foresees, after its `open()`. */
  async openEscaping(): Promise<KitSession> {
    let loaded: Promise<void> | undefined;
    const client: ConnectClient = {
      load: async () => ({
        open: ({ baseURL }) => {
          const frame = Object.assign(document.createElement("iframe"), { id: "human-api", src: String(baseURL) });
          loaded = nextLoad(frame);
          setTimeout(() => document.body.insertBefore(frame, null));
        },
      }),
    };
    const kit = this.createKit({ client });
    const over = kit.connect.open();
    await eventually(() => kit.connect.getState().status === "open", "the frame is found");
    await loaded;
    return { ...kit, over };
  }

  /** Waits until the kit shows the Connect page. */
  untilLive(): Promise<Element> {
    return eventually(() => this.surface?.closest?.("[data-live]") ?? undefined, "Connect is shown by the kit");
  }

  get frame(): HTMLIFrameElement {
    return findDeep<HTMLIFrameElement>("iframe#human-api")!;
  }

  get stage(): Element | null {
    return query("[data-human-connect-stage]");
  }

  get surface(): HTMLElement | null {
    return this.stage?.shadowRoot?.querySelector<HTMLElement>("[part=surface]") ?? null;
  }

  /** Clicks Cancel or Close, whichever is shown. */
  wayOut(): HTMLButtonElement {
    const ways = [...this.surface!.querySelectorAll<HTMLButtonElement>(".cancel, .close")];
    return ways.find((button) => button.checkVisibility())!;
  }

  /** Waits until the kit says that nobody seems to be there, and offers another try. @returns Its button. */
  async untilDoubted(): Promise<HTMLButtonElement> {
    const again = await this.untilOffered(".again");
    same(this.surface!.querySelector("[role=alert]")!.textContent !== "", true, "a sentence for the person");
    return again;
  }

  /** Waits until another try is offered. @returns Its button. */
  untilOffered(button: ".again" | ".reload"): Promise<HTMLButtonElement> {
    return eventually(
      () => [this.surface?.querySelector<HTMLButtonElement>(button)].find((found) => found?.checkVisibility()),
      "another try is offered",
    );
  }

  /** The Connect page posts a message to its parent; resolves when it has arrived. */
  async say(message: unknown, frame: HTMLIFrameElement = this.frame): Promise<void> {
    await this.tell({ say: message }, frame);
  }

  /** Gives the page in a frame an order that ends in a message to this window. */
  async tell(order: object, frame: HTMLIFrameElement = this.frame): Promise<void> {
    const arrived = nextMessage();
    frame.contentWindow!.postMessage(order, "*");
    await arrived;
  }

  /** A stranger's frame, beside whatever else the page shows. */
  async addStranger(): Promise<HTMLIFrameElement> {
    const frame = document.createElement("iframe");
    frame.src = this.origins.stranger;
    const loaded = nextLoad(frame);
    // The vendor's ids and the stage are the last things of a page: this is `parent.frames[0]`.
    document.body.prepend(frame);
    await loaded;
    return frame;
  }

  /** What a session may leave behind on the page. */
  leftovers(): object {
    return {
      frames: findAllDeep("#human-api, #human-api-container").length,
      overlays: findAllDeep("#human-api-connect-modal-overlay, [data-human-connect-stage]").length,
      own: readOwn().filter((name) => !this.#theirs.includes(name)),
      claims: Object.getOwnPropertySymbols(window)
        .map(String)
        .filter((name) => name.includes("human-connect")),
      style: document.documentElement.getAttribute("style"),
    };
  }

  /** Holds that nothing of a session is left, and that no error went uncaught but those that the check has made itself. */
  mustBeClean(...ownErrors: string[]): void {
    same(this.leftovers(), { frames: 0, overlays: 0, own: [], claims: [], style: null }, "what is left on the page");
    this.#own.push(...ownErrors);
    const surprises = this.uncaught.filter((message) => !this.#own.some((own) => message.includes(own)));
    same(surprises, [], "uncaught errors");
  }

  /** The same, on a page where an element of the host has one of the vendor's ids. */
  mustBeCleanBeside(foreigner: HTMLElement): void {
    const { id } = foreigner;
    foreigner.id = "";
    this.mustBeClean();
    foreigner.id = id;
  }

  /** Holds that a whole new session works, as after every fault. */
  async mustWorkAgain(options: Partial<HumanConnectOptions> = {}): Promise<void> {
    const { over, events } = await this.openKit(options);
    await this.say(closeMessage());
    same((await over).status, "closed", "status after another session");
    same(
      events.map(({ type }) => type),
      ["open", "close"],
      "events of another session",
    );
  }
}

/** Resolves with the next load of a frame. */
export function nextLoad(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
}

/** Resolves when the next message has been heard by everybody. */
export function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    // A task later: listeners that were added after this one have heard it too.
    addEventListener("message", () => setTimeout(resolve), { once: true });
  });
}

/** The first value that is found. */
export async function eventually<T>(read: () => T | undefined | null | false, what: string, ms = 10_000): Promise<T> {
  const until = performance.now() + ms;
  for (;;) {
    const value = read();
    if (value) return value;
    if (performance.now() > until) throw new Error(`not within ${ms} ms: ${what}`);
    await pause(10);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Holds that two values are the same, as JSON. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: is ${is}, should be ${should}`);
}

/** Holds that a session has ended in an error. */
export function failedWith(state: HumanConnectState, code: string): void {
  same(state.status === "error" ? state.error.code : `${state.status}, no error`, code, "error code");
}
