import { createHumanConnect, type HumanConnect } from "../../src/human-connect.js";
import type { ConnectEvent, HumanConnectOptions, HumanConnectState, Source } from "../../src/index.js";
import { pageKey, type Page } from "../../src/base/page-key.js";
import { Answers } from "./answers.js";
import type { ConnectModel } from "./connect-model.js";
import { nextTurn } from "./next-turn.js";
import { WorldVendor } from "./world-vendor.js";

const stages = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-human-connect-stage]")];
const idsOf = (sources: readonly Source[]): string[] => sources.map(({ id }) => id);

/** More turns than anything that is not broken needs. */
const patience = 2000;

/** A real instance in a real page, whose backend, vendor, people and strangers do only what they are told. */
export class ConnectWorld {
  readonly connect: HumanConnect;
  /** Calls of `getToken`, also those that nobody waits for any more. */
  readonly tokens = new Answers();
  readonly vendor = new WorldVendor();
  readonly #events: string[] = [];
  readonly #reasons: string[] = [];
  readonly #leave: (() => void)[] = [];
  readonly #opens: Promise<HumanConnectState>[] = [];
  readonly #other: HumanConnect;
  #reported = 0;
  readonly #unexpected: string[] = [];
  doCallbacksThrow = false;
  reopensOnClose = false;
  prefetchesToken = false;
  isInline = false;
  isLegacy = false;
  #box: HTMLElement | undefined;
  #user: Pick<HumanConnectOptions, "user" | "initialConnections"> = {};

  /** @param breakIt Makes the instance misbehave, to see that it is noticed. */
  constructor(breakIt: (connect: HumanConnect) => HumanConnect = (connect) => connect) {
    const note = (event: ConnectEvent): void => this.#hear(event);
    const callbacks = { onOpen: note, onConnect: note, onDisconnect: note, onClose: note, onError: note };
    const common = {
      // Another origin, or nobody would ask whether it can be reached; its page is played by this one.
      baseUrl: "https://connect.example",
      messageOrigins: [location.origin],
      warmFrame: false,
      debug: false,
    } satisfies Partial<HumanConnectOptions>;
    this.connect = breakIt(
      createHumanConnect(() => ({
        ...common,
        ...callbacks,
        ...this.#user,
        client: this.isLegacy ? this.vendor.legacy : this.vendor.current,
        prefetchToken: this.prefetchesToken,
        container: this.isInline ? this.#findBox() : undefined,
        getToken: (call) => this.#ask(call.reason),
      })),
    );
    this.#other = createHumanConnect({
      ...common,
      getToken: () => "token",
      client: { load: async () => ({ open: openLoadedFrame }) },
    });
  }

  /** What can be seen from outside, in the words of {@link ConnectModel.describe}. */
  describe(): object {
    const state = this.connect.getState();
    if (!Object.isFrozen(state)) throw new Error("a state can be written to");
    const detail = state.status === "error" ? state.error.code : state.status === "closed" ? state.reason : "";
    const session = "session" in state ? state.session : undefined;
    const { connectedSources = [], disconnectedSources = [] } = session?.sessionResults ?? {};
    const { frame, loads, opened, called, abandoned } = this.vendor;
    const stage = frame?.isConnected ? (frame.getRootNode() as ParentNode) : undefined;
    const told = {
      status: state.status,
      detail,
      connections: idsOf(state.currentConnections),
      results: session && [idsOf(connectedSources), idsOf(disconnectedSources)],
      events: this.#events,
      reported: this.#unexpected[0] ?? this.#reported,
    };
    return {
      ...told,
      reasons: this.#reasons,
      loads,
      opened,
      called,
      abandoned,
      stages: stages().length,
      isLive: Boolean(stage?.querySelector("[data-live]")),
      isDoubted: Boolean(stage?.querySelector(".doubt:not([hidden])")),
      canReload: Boolean(stage?.querySelector(".reload")?.checkVisibility()),
      other: this.#other.getState().status,
    };
  }

  /** Waits until the page is as the model has it, and fails unless it gets there and stays there. */
  async settle(model: ConnectModel): Promise<void> {
    const expected = JSON.stringify(model.describe());
    for (let turn = 0; turn < patience && JSON.stringify(this.describe()) !== expected; turn++) await nextTurn();
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    const found = JSON.stringify(this.describe());
    if (found !== expected) throw new Error(`expected ${expected}\n   found ${found}`);
  }

  click(overrides?: Parameters<HumanConnect["open"]>[0]): void {
    const over = this.connect.open(overrides);
    this.#opens.push(over);
    // A second click joins the session; with options of its own it does so only if they are the same.
    if (!overrides && this.connect.getState().status === "loading" && this.connect.open() !== over)
      throw new Error("a second click opened a session of its own");
  }

  subscribe(): void {
    this.#leave.push(this.connect.subscribe(() => {}));
  }

  unsubscribe(): void {
    this.#leave.pop()!();
  }

  /** The component that shows the button is moved: it leaves, and is back at once. */
  remount(): void {
    this.unsubscribe();
    this.subscribe();
  }

  /** @param known What the backend knows to be connected. */
  signIn(user: string | undefined, known: readonly string[]): void {
    this.#user = { user, initialConnections: known.map((id) => ({ id, name: id.toUpperCase() })) };
  }

  removeBox(): void {
    this.#box!.remove();
  }

  removeStage(): void {
    stages()[0]!.remove();
  }

  /** Presses a button of the stage. */
  cancel(button: "cancel" | "close"): void {
    stages()[0]!.shadowRoot!.querySelector<HTMLElement>(`.${button}`)!.click();
  }

  tryAgain(button: "again" | "reload"): void {
    stages()[0]!.shadowRoot!.querySelector<HTMLElement>(`.${button}`)!.click();
  }

  openOther(): void {
    void this.#other.open();
  }

  closeOther(): void {
    this.#other.close();
  }

  /** Ends everything that is still under way. */
  async end(model: ConnectModel): Promise<void> {
    this.reopensOnClose = model.reopensOnClose = false;
    if (model.session) model.closes("closed-by-host");
    model.otherCloses();
    this.connect.close();
    this.#other.close();
    while (this.#leave.length) this.unsubscribe();
    this.tokens.give("late");
    this.vendor.end();
    await this.settle(model);
    await Promise.all(this.#opens);
    this.#box?.remove();
  }

  /** Clears the page, whatever has become of it, for the next story. */
  async abandon(): Promise<void> {
    // Whoever asks what the host wants gets no other session, and no other box.
    this.reopensOnClose = this.isInline = false;
    for (const one of [this.connect, this.#other]) one.close();
    this.tokens.give("late");
    this.vendor.end();
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    for (const node of [...stages(), ...document.querySelectorAll("iframe, section")]) node.remove();
    document.documentElement.removeAttribute("style");
    delete (globalThis as Page)[pageKey];
  }

  /** Hears what `reportError` is told. */
  report(error: unknown): void {
    if ((error as Error).message === "of a callback") this.#reported += 1;
    else this.#unexpected.push(String(error));
  }

  #hear(event: ConnectEvent): void {
    const detail = describeEvent(event);
    this.#events.push(detail ? `${event.type} ${detail}` : event.type);
    if (event.type === "close" && this.reopensOnClose) {
      this.reopensOnClose = false;
      this.click();
    }
    if (this.doCallbacksThrow) throw new Error("of a callback");
  }

  #ask(reason: string): Promise<never> {
    this.#reasons.push(reason);
    return this.tokens.ask() as Promise<never>;
  }

  /** The box that Connect is shown in; another one when the host has taken it away. */
  #findBox(): HTMLElement {
    if (!this.#box?.isConnected) this.#box = document.body.appendChild(document.createElement("section"));
    return this.#box;
  }
}

function openLoadedFrame(): void {
  const frame = document.body.appendChild(document.createElement("iframe"));
  queueMicrotask(() => frame.dispatchEvent(new Event("load")));
}

function describeEvent(event: ConnectEvent): string | undefined {
  if (event.type === "close") return event.reason;
  if (event.type === "error") return event.error.code;
  return event.type === "open" ? undefined : event.source?.id;
}
