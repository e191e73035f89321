import type { ConnectClient } from "../../src/client/client.js";
import type { LegacySessionToken } from "../../src/legacy.js";
import { createLegacyDialect } from "../../src/legacy/dialect.js";
import { postFrom } from "../fake-vendor.js";
import { Answers } from "./answers.js";
import { clientId } from "./legacy-page.js";
import type { Opening } from "./model-session.js";

export type Stranger = "a stranger" | "a frame inside" | "a script" | "the page";

/** The vendor's code, its current client and the legacy one, and its page. They do only what they are told. */
export class WorldVendor {
  /** Calls of `finalize`, also those that nobody waits for any more. */
  readonly finalized = new Answers();
  /** Whether the Connect page can be reached. */
  readonly network = new Answers();
  readonly current: ConnectClient = { load: () => this.#load() };
  /** One and the same for everybody: a host may forget to take another one for whoever comes next. */
  readonly legacy: ConnectClient;
  frame: HTMLIFrameElement | undefined;
  loads = 0;
  /** The tokens that Connect was opened with. */
  readonly opened: string[] = [];
  /** What `finalize` was called with. */
  readonly called: string[] = [];
  /** Calls of `finalize` that were given up. */
  abandoned = 0;
  readonly #clients = new Answers();
  #stranger: HTMLIFrameElement | undefined;
  /** While it is there the client answers at once, as it does when it was loaded before. */
  #answerPrepare: (() => void) | undefined;

  constructor() {
    const finalize = (token: LegacySessionToken, { signal }: { signal: AbortSignal }): Promise<never> =>
      this.#finalize(token, signal) as Promise<never>;
    const dialect = createLegacyDialect({ clientId, clientUserId: "user", finalize });
    this.legacy = { load: () => this.#load(), dialect: async () => dialect };
  }

  /** The vendor's client comes for everybody who waits for it. */
  give(opening: Opening | "is junk"): void {
    const open = (options: Record<string, unknown>): null | undefined => this.#open(opening as Opening, options);
    this.#clients.give({ open: opening === "is junk" ? "soon" : open });
  }

  fail(): void {
    this.#clients.fail();
  }

  /** The client is there already while something is prepared. */
  async prepare(prepare: () => Promise<void>): Promise<void> {
    const isLoaded = new Promise<void>((resolve) => (this.#answerPrepare = resolve));
    // It may go on to wait for a token.
    await Promise.race([isLoaded, prepare()]);
    this.#answerPrepare = undefined;
  }

  /** The Connect page has loaded. */
  loadFrame(): void {
    this.frame!.dispatchEvent(new Event("load"));
  }

  /** The Connect page posts: one message, or several before anybody has heard the first one. */
  post(...messages: unknown[]): Promise<void> {
    return deliver(() => messages.forEach((message) => postFrom(this.frame!, message)));
  }

  /** Somebody else posts the same. */
  async forge(from: Stranger, message: unknown): Promise<void> {
    if (from === "a stranger") {
      this.#stranger ??= document.body.appendChild(document.createElement("iframe"));
      return deliver(() => postFrom(this.#stranger!, message));
    }
    if (from === "the page") return deliver(() => window.postMessage(message, "*"));
    const source = this.frame?.contentWindow;
    if (from === "a script")
      return void window.dispatchEvent(new MessageEvent("message", { data: message, origin: location.origin, source }));
    if (!source) return;
    const nested = source.document.body.appendChild(source.document.createElement("iframe"));
    const inside = nested.contentWindow as unknown as { eval(code: string): (message: unknown) => void };
    return deliver(() => inside.eval("(message) => parent.parent.postMessage(message, '*')")(message));
  }

  /** Answers whatever is still waited for. */
  end(): void {
    this.give("shows the widget");
    this.finalized.give({});
    this.#stranger?.remove();
  }

  async #load(): Promise<never> {
    if (this.#answerPrepare) {
      this.#answerPrepare();
      return { open: () => {} } as never;
    }
    this.loads += 1;
    return this.#clients.ask() as Promise<never>;
  }

  async #finalize({ sessionToken }: LegacySessionToken, signal: AbortSignal): Promise<unknown> {
    this.called.push(sessionToken);
    const abandon = (): void => void (this.abandoned += 1);
    signal.addEventListener("abort", abandon);
    try {
      return await this.finalized.ask();
    } finally {
      signal.removeEventListener("abort", abandon);
    }
  }

  #open(opening: Opening, { token, publicToken }: Record<string, unknown>): null | undefined {
    this.opened.push(String(token ?? publicToken));
    if (opening === "throws") throw new Error("of the vendor");
    if (opening === "refuses") return null;
    if (opening === "adds nothing") return undefined;
    // Without an address it has loaded before anybody can listen: the load is told by hand.
    this.frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { id: "human-api" }));
    return undefined;
  }
}

/** Posts, and waits until the page has had the message. */
async function deliver(post: () => void): Promise<void> {
  const arrived = new Promise<void>((resolve) => window.addEventListener("message", () => resolve(), { once: true }));
  post();
  await arrived;
}
