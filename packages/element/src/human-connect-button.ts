import type { HumanConnect, HumanConnectState } from "@human-connect/core";
import {
  ReactiveElement,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from "@lit/reactive-element";
import { afterHandlers } from "./after-handlers.js";
import { describeButton } from "./button-tree.js";
import { readButtonOptions, readButtonWords, type ButtonProperties } from "./button-options.js";
import { ConnectController } from "./connect-controller.js";
import { forwardEvents } from "./connect-events.js";
import { elementStyles } from "./element-styles.js";
import { readLabelText } from "./label-text.js";
import { PrepareController } from "./prepare-controller.js";
import { renderTree } from "./render-tree.js";
import { showStates } from "./show-states.js";

/**
 * A button that opens Connect, shows how it goes, and tries again after an error. Attributes are enough; what only a script
 * can give (functions, objects) are properties.
 *
 * @fires human-connect-open, human-connect-connect, human-connect-disconnect, human-connect-close, human-connect-error
 * @slot - What the button says. Default: the label of the locale.
 * @csspart button, icon, label, live
 */
export class HumanConnectButton extends ReactiveElement implements ButtonProperties {
  static override properties: PropertyDeclarations = {
    tokenUrl: { attribute: "token-url", reflect: true },
    prepareOn: { attribute: "prepare-on", reflect: true },
    closeOnUnmount: { attribute: "close-on-unmount", type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    getToken: { attribute: false },
    client: {},
    options: { attribute: false },
  };
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("inline-block"));
  }

  /** All other attributes are read when they are used. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "locale", "label-connect", "label-loading", "label-retry"];
  }

  declare tokenUrl: ButtonProperties["tokenUrl"];
  declare prepareOn: ButtonProperties["prepareOn"];
  declare closeOnUnmount: boolean;
  declare disabled: boolean;
  declare getToken: ButtonProperties["getToken"];
  declare client: ButtonProperties["client"];
  declare options: ButtonProperties["options"];

  readonly #controller = new ConnectController(this, () => readButtonOptions(this));
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  #labelObserver: MutationObserver | undefined;

  constructor() {
    super();
    this.closeOnUnmount = this.disabled = false;
    new PrepareController(this, () => this.prepareOn || "intent", this.#controller.prepare);
    forwardEvents(this.connect, this);
  }

  /** The connection underneath, with `on` and `subscribe`. */
  get connect(): HumanConnect {
    return this.#controller.connect;
  }

  /** The state now; the same object until something changes. */
  get state(): HumanConnectState {
    return this.#controller.state;
  }

  /** Opens the widget, or joins the session that is running; settles when it is over and never rejects. */
  open(...[overrides]: Parameters<HumanConnect["open"]>): Promise<HumanConnectState> {
    return this.#controller.open(overrides);
  }

  /** Ends the session; `human-connect-close` is dispatched with reason `closed-by-host`. */
  close(): void {
    this.#controller.close();
  }

  /** Fetches what `open()` needs. */
  prepare(): Promise<void> {
    return this.#controller.prepare();
  }

  override click(): void {
    this.#button?.click();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A framework changes a text in place, of which no slotchange tells.
    this.#labelObserver ??= new MutationObserver(() => this.requestUpdate());
    this.#labelObserver.observe(this, { childList: true, characterData: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#labelObserver?.disconnect();
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // A server's shadow root brings its styles along; now the shared sheet is there.
    root.querySelector("style")?.remove();
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const { state } = this;
    const view = { state, words: readButtonWords(this), isDisabled: this.disabled, label: readLabelText(this) };
    renderTree(this.renderRoot, describeButton(view));
    showStates(this.#internals, state);
  }

  protected override firstUpdated(): void {
    const button = this.#button!;
    afterHandlers(this, button, "click", () => {
      // Not every browser focuses what is clicked, and the focus is to come back here.
      button.focus({ preventScroll: true });
      void this.open();
    });
    const prepare = (): void => void (!this.disabled && (this.prepareOn || "intent") === "intent" && this.prepare());
    for (const type of ["pointerenter", "focus", "touchstart"]) afterHandlers(this, button, type, prepare);
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
