import type { HumanConnect, HumanConnectState, LabelOptions } from "@human-connect/core";
import { repeatEarlyPress } from "@human-connect/core/face";
import type { ReactiveController } from "@lit/reactive-element";
import { addButtonHandlers } from "./add-button-handlers.js";
import { readButtonOptions, readButtonState, readButtonWords } from "../attributes/button-options.js";
import { ButtonFollower, leaders, type Leader, type LeaderElement } from "./button-follower.js";
import { ConnectController } from "../controllers/connect-controller.js";
import { forwardEvents } from "../controllers/connect-events.js";
import { PrepareController } from "../controllers/prepare-controller.js";
import { showStates } from "../dom/show-states.js";
import { VoiceController } from "../controllers/voice-controller.js";

/** What an element uses that has a button in its shadow tree: an instance, its own or a followed one, and what opens it. */
export class Opener implements ReactiveController, Leader {
  readonly host: LeaderElement;
  readonly controller: ConnectController;
  /** The element's own instance for scripts: a call on it counts as a request by the page. */
  readonly connect: HumanConnect;
  readonly #follower: ButtonFollower;
  readonly #voice: VoiceController;
  readonly #internals: ElementInternals | undefined;
  readonly #render: () => void;
  #isAsked = false;
  #isHandled = false;
  /** How many other buttons prepare this one now. */
  #guests = 0;
  /** The state that is being rendered. */
  #rendered: HumanConnectState | undefined;

  /** @param render Renders the host at once. */
  constructor(host: LeaderElement, render: () => void) {
    this.host = host;
    this.#render = render;
    leaders.set(host, this);
    this.controller = new ConnectController(
      host,
      () => readButtonOptions(host, { isAsked: this.#isAsked, isGuest: this.#guests > 0 }),
      () => readButtonState(host),
    );
    this.#internals = host.attachInternals?.();
    this.#follower = new ButtonFollower(host);
    new PrepareController(
      host,
      () => host.prepareOn || "intent",
      () => this.prepareAhead(),
    );
    this.#voice = new VoiceController(
      host,
      () => this.leader.controller.connect,
      () => this.words,
    );
    this.connect = this.#createConnect();
    forwardEvents(this.controller.connect, host);
    host.addController(this);
  }

  /** Whose instance this element opens: its own, or that of the button or card that it follows. */
  get leader(): Leader {
    return this.#follower.leader ?? this;
  }

  /** Read once for each rendering: each read looks at the attributes. */
  get state(): HumanConnectState {
    return this.#rendered ?? this.leader.controller.state;
  }

  /** A following button is one of the voices of the instance that it follows. */
  get said(): string | undefined {
    return this.#voice.said;
  }

  get words(): LabelOptions {
    return this.#follower.leader ? this.#follower.words : readButtonWords(this.host);
  }

  /** Whether Connect is shown in the page, in a box around the button. */
  get isInline(): boolean {
    return (this.host.inline && this.leader === this) || Boolean(this.#room?.hasChildNodes());
  }

  get button(): HTMLButtonElement | undefined {
    // The last one, because the page may show buttons among the sources.
    return [...(this.host.shadowRoot?.querySelectorAll("button") ?? [])].at(-1);
  }

  /** The button: a test may click as soon as the host is in the page. */
  findButton(): HTMLButtonElement | undefined {
    this.renderFirst();
    return this.button;
  }

  /** Renders if the host has never done so: only then it has the properties that a script has set before it was defined. */
  renderFirst(): void {
    if (this.#isHandled && this.host.isConnected && !this.host.hasUpdated && !this.#rendered) this.#render();
  }

  async prepareForGuest(): Promise<void> {
    this.#guests++;
    await this.controller.prepare();
    this.#guests--;
  }

  /** Adds the handlers once, and only when the host is in the page, so that the page's own handlers on the host run first. */
  hostConnected(): void {
    if (this.#isHandled) return;
    this.#isHandled = true;
    addButtonHandlers(
      this.host,
      () => this.findButton(),
      () => this.leader.host,
      () => this.prepareAhead(),
    );
  }

  hostUpdate(): void {
    this.#rendered = this.state;
  }

  hostUpdated(): void {
    showStates(this.#internals, this.state);
    // Not before there is a token to be had: a page sets properties after the element is defined.
    repeatEarlyPress(this.host, () => {
      const { getToken, tokenUrl } = readButtonOptions(this.leader.host, { isAsked: false, isGuest: false });
      return Boolean(getToken || tokenUrl);
    });
  }

  /** The host has rendered, or could not: its state is read anew. */
  endUpdate(): void {
    this.#rendered = undefined;
  }

  /** For hover, focus, touch and `prepare-on`. Attributes of a following button may be injected: they do not allow a token request. */
  prepareAhead(): Promise<void> {
    const { leader } = this;
    return leader === this ? this.controller.prepare() : leader.prepareForGuest();
  }

  #createConnect(): HumanConnect {
    const { connect } = this.controller;
    const open: HumanConnect["open"] = (overrides) => {
      const container = this.host.inline && this.host.isConnected && this.#findRoom();
      return connect.open(container ? { container, ...overrides } : overrides);
    };
    const asked = <F extends (...given: never[]) => unknown>(call: F): F =>
      ((...given) => ((this.#isAsked = true), call(...given))) as F;
    return { ...connect, open: asked(open), prepare: asked(connect.prepare) };
  }

  /** Where Connect is shown inline: in the shadow tree, which no copy of the page contains. */
  get #room(): Element | null | undefined {
    return this.host.shadowRoot?.querySelector(".human-connect-inline>.human-connect-frame");
  }

  #findRoom(): Element | null | undefined {
    // `inline` may have been set just now.
    if (this.host.isUpdatePending) this.#render();
    return this.#room;
  }
}
