import {
  cdnClient,
  type ConnectClient,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectOptions,
  type TokenGrant,
} from "@human-connect/core";
import { directClient } from "@human-connect/core/direct";
import { npmClient } from "@human-connect/core/npm";
import { findAllDeep, findDeep } from "../../support/find-deep.ts";

/** What a case asks a page to mount; JSON, because it comes from another process. */
export interface MountConfig {
  /** Origin of the sandbox, with a query such as `?scenario=slow-page`. */
  baseUrl: string;
  client: "npm" | "cdn" | "direct" | "hangs" | "junk";
  cdnUrl: string;
  /** How `getToken` behaves. `…-once`: the first call so, the next well. `url`: `tokenUrl` takes its place. */
  token: "ok" | "url" | "reject-once" | "throw-once" | "hang-once" | "junk-once" | "slow";
  user: string;
  /** Written into each event that the callbacks of these options record. */
  tag: string;
  options?: Partial<HumanConnectOptions>;
  closeOnUnmount?: boolean;
  /** Shows Connect in the page, in a box that is 500 px high. */
  inline?: boolean;
}

export interface RecordedEvent {
  tag: string;
  type: string;
  detail: unknown;
}

/** One face of the kit, as the harness sees it: it shows a button with `data-status` in `#root`. */
export interface FaceAdapter {
  /** @returns Where the button is, when that is no part of the document itself: a shadow root. */
  mount(options: HumanConnectOptions, closeOnUnmount: boolean, inline: boolean): ShadowRoot | void;
  update(options: HumanConnectOptions): void;
  unmount(): void;
  /** Puts the mounted element elsewhere in the document. */
  move(): void;
  connect(): HumanConnect | undefined;
}

export interface Harness {
  mount(config: MountConfig): void;
  update(config: MountConfig): void;
  unmount(): void;
  move(): void;
  /** Calls `close()` of the core, as a host would. */
  close(): void;
  readonly events: RecordedEvent[];
  /** Every status that the button has shown, in order. */
  readonly shown: string[];
  /** The face's button, wherever it is. */
  button(): HTMLElement | null;
  /** Whether the button has the focus. */
  hasFocus(): boolean;
  /** The first element that matches, in whatever shadow tree it is. */
  find(selector: string): Element | null;
  findAll(selector: string): Element[];
  readonly tokenCalls: string[];
  readonly uncaught: string[];
  state(): unknown;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

/** Puts `window.harness` on the page. */
export function installHarness(face: FaceAdapter): void {
  const events: RecordedEvent[] = [];
  const tokenCalls: string[] = [];
  const uncaught: string[] = [];
  addEventListener("error", (event) => uncaught.push(event.message));
  addEventListener("unhandledrejection", (event) => uncaught.push(String(event.reason)));

  const toOptions = ({ baseUrl, client, cdnUrl, token, user, tag, options }: MountConfig): HumanConnectOptions => {
    const record = (event: ConnectEvent): void =>
      void events.push({ tag, type: event.type, detail: JSON.parse(JSON.stringify(describeEvent(event))) });
    return {
      baseUrl,
      client: clients[client](cdnUrl),
      getToken: ({ signal, reason }) => {
        tokenCalls.push(reason);
        return readToken(token, user, tokenCalls.length === 1, signal);
      },
      ...(token === "url" && { getToken: undefined, tokenUrl: `/token?user=${encodeURIComponent(user)}` }),
      onOpen: record,
      onConnect: record,
      onDisconnect: record,
      onClose: record,
      onError: record,
      // Its frame comes and goes as it likes; the cases count frames.
      warmFrame: false,
      ...options,
    };
  };

  const shown: string[] = [];
  let root: Document | ShadowRoot = document;
  const button = (): HTMLElement | null => root.querySelector("button.human-connect-button");
  const record = (): void => {
    const status = button()?.dataset["status"];
    if (status && status !== shown.at(-1)) shown.push(status);
  };
  const observer = new MutationObserver(record);

  window.harness = {
    events,
    tokenCalls,
    uncaught,
    shown,
    find: (selector) => findDeep(selector),
    findAll: (selector) => findAllDeep(selector),
    button,
    hasFocus: () => button() !== null && root.activeElement === button(),
    mount(config) {
      document.querySelector<HTMLElement>("#root")!.style.height = config.inline ? "500px" : "";
      root = face.mount(toOptions(config), config.closeOnUnmount ?? false, config.inline ?? false) ?? document;
      observer.observe(root, { subtree: true, childList: true, attributeFilter: ["data-status"] });
      record();
    },
    update: (config) => face.update(toOptions(config)),
    unmount: () => face.unmount(),
    move: () => face.move(),
    close: () => face.connect()?.close(),
    state: () => face.connect()?.getState() ?? null,
  };
}

function describeEvent(event: ConnectEvent): unknown {
  return event.type === "error"
    ? { code: event.error.code, message: event.error.message, userMessage: event.error.userMessage }
    : event;
}

const clients: Record<MountConfig["client"], (cdnUrl: string) => ConnectClient> = {
  npm: () => npmClient(),
  cdn: (url) => cdnClient({ url }),
  direct: () => directClient(),
  hangs: () => ({ load: () => new Promise(() => {}) }),
  junk: () => ({ load: async () => ({}) as never }),
};

function readToken(
  kind: MountConfig["token"],
  user: string,
  isFirst: boolean,
  signal: AbortSignal,
): TokenGrant | Promise<TokenGrant> {
  if (kind === "slow")
    return new Promise((resolve, reject) => {
      setTimeout(() => fetchToken(user, signal).then(resolve, reject), 4000);
    });
  if (isFirst && kind === "throw-once") throw new Error("getToken threw");
  if (isFirst && kind === "reject-once") return Promise.reject(new Error("getToken rejected"));
  if (isFirst && kind === "hang-once") return new Promise(() => {});
  if (isFirst && kind === "junk-once") return { nothing: "useful" } as unknown as TokenGrant;
  return fetchToken(user, signal);
}

async function fetchToken(user: string, signal: AbortSignal): Promise<TokenGrant> {
  const response = await fetch(`/token?user=${encodeURIComponent(user)}`, { method: "POST", signal });
  return response.json();
}
