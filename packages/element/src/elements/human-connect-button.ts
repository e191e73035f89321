import type { HumanConnect, HumanConnectState, LabelOptions } from "@human-connect/core";
import { addVoice } from "@human-connect/core/face";
import { unsafeCSS, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from "@lit/reactive-element";
import { addButtonHandlers } from "./add-button-handlers.js";
import { buttonTree, type ButtonView } from "../tree/button-tree.js";
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
 * A button that opens Connect, shows the progress, and retries after an error. Attributes are enough; values that only a script can set
 * (functions, objects) are properties.
 *
 * @fires human-connect-open
 * @fires human-connect-connect
 * @fires human-connect-disconnect
 * @fires human-connect-close
 * @fires human-connect-error
 * @slot - Label of the button, whether a source is connected or not. Default: the labels of the locale.
 * @csspart button - The button itself.
 * @csspart icon - The icon before the label: a plus, a spinner, or a retry arrow.
 * @csspart label - The label.
 * @csspart live - The live region for screen readers, while it is not visible as `status`.
 * @csspart inline - The box around the button that shows Connect when the button is inline.
 * @csspart status - The status line: after an error, and always when the button is inline or in a card.
 * @cssstate idle - No session has started yet.
 * @cssstate loading - Connect is loading.
 * @cssstate open - Connect is on the screen.
 * @cssstate closed - The last session is over.
 * @cssstate error - The last session failed.
 * @cssstate connected - At least one source is connected. Set in addition to one of the other states.
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

  /** All other attributes are read at each use. */
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
  /** The instance for scripts: a call on it counts as a request by the page. */
  readonly #connect: HumanConnect;
  #isAsked = false;
  #isHandled = false;
  /** How many other buttons prepare this one now. */
  #guests = 0;
  #said: string | undefined = "";
  /** The instance that this element announces for. */
  #spoken: HumanConnect | undefined;
  #leaveVoice: (() => void) | undefined;

  constructor() {
    super();
    this.closeOnUnmount = this.closeOnBack = this.disabled = this.inline = false;
    new SlottedObserver(this);
    new PrepareController(
      this,
      () => this.prepareOn || "intent",
      () => this.prepareAhead(),
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

  /** The underlying instance, with `on` and `subscribe`. */
  get connect(): HumanConnect {
    return this.#leader.#connect;
  }

  /** The current state; the same object until something changes. */
  get state(): HumanConnectState {
    return this.#leader.#controller.state;
  }

  /** Opens the widget, or joins the running session; resolves when the session is over and never rejects. */
  open(...[overrides]: Parameters<HumanConnect["open"]>): Promise<HumanConnectState> {
    return this.connect.open(overrides);
  }

  /** Ends the session; dispatches `human-connect-close` with the reason `closed-by-host`. */
  close(): void {
    this.connect.close();
  }

  /** Prefetches what `open()` needs. */
  prepare(): Promise<void> {
    return this.connect.prepare();
  }

  /** Clicks the button, as a user would. */
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

  /** A following button is one of the voices of the instance that it follows. */
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

  /** Adds the handlers once, and only when the element is in the page, so that the page's own handlers on the element run first. */
  #addHandlers(): void {
    if (this.#isHandled) return;
    this.#isHandled = true;
    addButtonHandlers(
      this,
      () => this.#findButton(),
      () => this.#leader,
      () => this.prepareAhead(),
    );
  }

  /** The input of the shadow tree. */
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
      message: this.message,
    };
  }

  protected override describe(): readonly TreeNode[] {
    return buttonTree(this.view);
  }

  /** The button whose instance this one opens: itself, or the one that it follows. */
  get #leader(): HumanConnectButton {
    return this.#follower.button ?? this;
  }

  /** For hover, focus, touch and `prepare-on`. Attributes of a following button may be injected: they do not allow a token request. */
  protected async prepareAhead(): Promise<void> {
    const leader = this.#leader;
    const guests = leader === this ? 0 : 1;
    leader.#guests += guests;
    await leader.#controller.prepare();
    leader.#guests -= guests;
  }

  /** Where Connect is shown inline: in the shadow tree, which no copy of the page contains. */
  get #room(): Element | null | undefined {
    return this.shadowRoot?.querySelector(".human-connect-frame");
  }

  #findRoom(): Element | null | undefined {
    // `inline` may have been set just now.
    if (this.isUpdatePending) this.performUpdate();
    return this.#room;
  }

  /** Renders first if needed: a test may click as soon as the host is in the page. */
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
