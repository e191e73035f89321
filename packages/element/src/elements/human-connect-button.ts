import { addVoice, type HumanConnect, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import { unsafeCSS, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from "@lit/reactive-element";
import { addButtonHandlers } from "./add-button-handlers.js";
import { describeButton, type ButtonView } from "../tree/button-tree.js";
import { ButtonFollower } from "./button-follower.js";
import { readButtonOptions, readButtonWords, type ButtonProperties } from "../attributes/button-options.js";
import { ConnectController } from "../controllers/connect-controller.js";
import { forwardEvents } from "../controllers/connect-events.js";
import { flag } from "../attributes/flag.js";
import { elementStyles } from "../tree/element-styles.js";
import { readLabelText } from "../tree/label-text.js";
import { PrepareController } from "../controllers/prepare-controller.js";
import type { TreeNode } from "../tree/render-tree.js";
import { showStates } from "../dom/show-states.js";
import { SlottedObserver } from "../dom/slotted-observer.js";
import { TreeElement } from "./tree-element.js";
import { unquoted } from "../attributes/unquote.js";

/**
 * A button that opens Connect, shows how it goes, and tries again after an error. Attributes are enough; what only a script
 * can give (functions, objects) are properties.
 *
 * @fires human-connect-open
 * @fires human-connect-connect
 * @fires human-connect-disconnect
 * @fires human-connect-close
 * @fires human-connect-error
 * @slot - What the button says, whether something is connected or not. Default: the labels of the locale.
 * @csspart button - The button itself.
 * @csspart icon - The drawing before the label: a plus, a ring that turns, an arrow that goes round.
 * @csspart label - What the button says.
 * @csspart live - Is read to those who cannot see the button, while it is not shown as `status`.
 * @csspart inline - The box around the button that Connect is shown in, when it is inline.
 * @csspart status - The line that says how it goes: after an error, and always when the button is inline or in a card.
 * @cssstate idle - Nothing has happened yet.
 * @cssstate loading - Connect is on its way.
 * @cssstate open - Connect is on the screen.
 * @cssstate closed - The last session is over.
 * @cssstate error - The last session failed.
 * @cssstate connected - At least one source is connected. Stands beside one of the others.
 */
export class HumanConnectButton extends TreeElement implements ButtonProperties {
  static override properties: PropertyDeclarations = {
    tokenUrl: { attribute: "token-url", reflect: true, converter: unquoted },
    prepareOn: { attribute: "prepare-on", reflect: true, converter: unquoted },
    closeOnUnmount: { attribute: "close-on-unmount", type: Boolean, reflect: true, converter: flag },
    closeOnBack: { attribute: "close-on-back", type: Boolean, reflect: true, converter: flag },
    disabled: { type: Boolean, reflect: true, converter: flag },
    inline: { type: Boolean, reflect: true, converter: flag },
    htmlFor: { attribute: "for", reflect: true, converter: unquoted },
    message: { reflect: true, converter: unquoted },
    getToken: { attribute: false },
    client: { converter: unquoted },
    options: { attribute: false },
  };
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("inline-block"));
  }

  /** All other attributes are read when they are used. */
  static override get observedAttributes(): string[] {
    const labels = ["label-connect", "label-connect-another", "label-loading", "label-retry"];
    return [...super.observedAttributes, "initial-connections", "locale", "user", ...labels];
  }

  declare tokenUrl: ButtonProperties["tokenUrl"];
  declare prepareOn: ButtonProperties["prepareOn"];
  declare closeOnUnmount: boolean;
  declare closeOnBack: boolean;
  declare disabled: boolean;
  declare inline: boolean;
  declare htmlFor: ButtonProperties["htmlFor"];
  declare message: ButtonProperties["message"];
  declare getToken: ButtonProperties["getToken"];
  declare client: ButtonProperties["client"];
  declare options: ButtonProperties["options"];

  readonly #controller = new ConnectController(this, () =>
    readButtonOptions(this, { isAsked: this.#isAsked, isGuest: this.#guests > 0 }),
  );
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  readonly #follower: ButtonFollower<HumanConnectButton> = new ButtonFollower(this, HumanConnectButton);
  /** What scripts are given: whatever they call here, they have asked for. */
  readonly #connect: HumanConnect;
  #isAsked = false;
  #isHandled = false;
  /** How many others prepare this one now. */
  #guests = 0;
  #said: string | undefined = "";
  /** The connection that it speaks for. */
  #spoken: HumanConnect | undefined;
  #leaveVoice: (() => void) | undefined;

  constructor() {
    super();
    this.closeOnUnmount = this.closeOnBack = this.disabled = this.inline = false;
    new SlottedObserver(this);
    new PrepareController(
      this,
      () => this.prepareOn || "intent",
      () => this.#prepareAhead(),
    );
    const { connect } = this.#controller;
    const open: HumanConnect["open"] = (overrides) => {
      const container = this.inline && this.isConnected && this.#findRoom();
      return connect.open(container ? { container, ...overrides } : overrides);
    };
    const asked = <F extends (...given: never[]) => unknown>(call: F): F =>
      ((...given) => ((this.#isAsked = true), call(...given))) as F;
    this.#connect = { ...connect, open: asked(open), prepare: asked(connect.prepare) };
    forwardEvents(connect, this);
  }

  /** The connection underneath, with `on` and `subscribe`. */
  get connect(): HumanConnect {
    return this.#leader.#connect;
  }

  /** The state now; the same object until something changes. */
  get state(): HumanConnectState {
    return this.#leader.#controller.state;
  }

  /** Opens the widget, or joins the session that is running; settles when it is over and never rejects. */
  open(...[overrides]: Parameters<HumanConnect["open"]>): Promise<HumanConnectState> {
    return this.connect.open(overrides);
  }

  /** Ends the session; `human-connect-close` is dispatched with reason `closed-by-host`. */
  close(): void {
    this.connect.close();
  }

  /** Fetches what `open()` needs. */
  prepare(): Promise<void> {
    return this.connect.prepare();
  }

  /** As if somebody had clicked the button. */
  override click(): void {
    this.#findButton()?.click();
  }

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.#button?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#addHandlers();
    this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveVoice?.();
    this.#spoken = undefined;
  }

  protected override update(changed: PropertyValues): void {
    this.#speak();
    super.update(changed);
    showStates(this.#internals, this.state);
  }

  /** One that follows speaks for what it follows, as one of its voices. */
  #speak(): void {
    const { connect } = this.#leader.#controller;
    if (connect === this.#spoken || !this.isConnected) return;
    this.#leaveVoice?.();
    this.#spoken = connect;
    this.#leaveVoice = addVoice(connect, {
      words: () => this.#words,
      say: (text) => {
        this.#said = text;
        this.requestUpdate();
      },
      place: () => this,
    });
  }

  get #words(): LabelOptions {
    return this.#follower.button ? this.#follower.words : readButtonWords(this);
  }

  /** Once, and not before the page has it: handlers of the page on the element run first. */
  #addHandlers(): void {
    if (this.#isHandled) return;
    this.#isHandled = true;
    addButtonHandlers(
      this,
      () => this.#findButton(),
      () => this.#leader,
      () => this.#prepareAhead(),
    );
  }

  /** What the shadow tree is drawn from. */
  protected get view(): ButtonView {
    const { button } = this.#follower;
    const isFilled = Boolean(this.#room?.hasChildNodes());
    return {
      state: this.state,
      words: this.#words,
      isDisabled: this.disabled,
      label: readLabelText(this),
      isInline: (this.inline && !button) || isFilled,
      said: this.#said,
      hasMessage: this.message !== "hidden",
    };
  }

  protected override describe(): readonly TreeNode[] {
    return describeButton(this.view);
  }

  /** Whose connection this button opens: its own, or that of the one that it follows. */
  get #leader(): HumanConnectButton {
    return this.#follower.button ?? this;
  }

  /** For hover, focus, touch and `prepare-on`. What attributes of one that follows ask for is not for it to allow. */
  async #prepareAhead(): Promise<void> {
    const leader = this.#leader;
    const guests = leader === this ? 0 : 1;
    leader.#guests += guests;
    await leader.#controller.prepare();
    leader.#guests -= guests;
  }

  /** Where Connect is shown when it is in the page: in the shadow tree, of which no copy of the page has anything. */
  get #room(): Element | null | undefined {
    return this.shadowRoot?.querySelector(".human-connect-frame");
  }

  #findRoom(): Element | null | undefined {
    // It may have become inline just now.
    if (this.isUpdatePending) this.performUpdate();
    return this.#room;
  }

  /** A test may click as soon as the host is on the page, before its first drawing. */
  #findButton(): HTMLButtonElement | null | undefined {
    if (this.isConnected && !this.hasUpdated) this.performUpdate();
    return this.#button;
  }

  get #button(): HTMLButtonElement | null | undefined {
    return this.shadowRoot?.querySelector("button");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-button": HumanConnectButton;
  }
}
