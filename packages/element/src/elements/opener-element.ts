import type { HumanConnect, HumanConnectState } from "@human-connect/core";
import type { PropertyDeclarations } from "@lit/reactive-element";
import type { ButtonProperties } from "../attributes/button-options.js";
import { flag } from "../attributes/flag.js";
import { attributeProperties } from "../attributes/read-options.js";
import { unquoted } from "../attributes/unquote.js";
import { SlottedObserver } from "../dom/slotted-observer.js";
import { buttonTree, type ButtonView } from "../tree/button-tree.js";
import { isFilled, readLabelText } from "../tree/slotted-content.js";
import type { TreeNode } from "../tree/render-tree.js";
import { Opener } from "./opener.js";
import { TreeElement } from "./tree-element.js";

/**
 * An element with a button that opens Connect: the attributes, properties and methods that the button and the card have in common.
 * Attributes are enough; values that only a script can set (functions, objects) are properties.
 *
 * @fires human-connect-open
 * @fires human-connect-connect
 * @fires human-connect-disconnect
 * @fires human-connect-close
 * @fires human-connect-error
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
export abstract class OpenerElement extends TreeElement implements ButtonProperties {
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

  readonly #opener: Opener = new Opener(this, () => this.performUpdate());

  protected static override readonly attributeProperties: readonly string[] = attributeProperties;

  constructor() {
    super();
    this.closeOnUnmount = this.closeOnBack = this.disabled = this.inline = false;
    new SlottedObserver(this);
  }

  /** The underlying instance, with `on` and `subscribe`. */
  get connect(): HumanConnect {
    this.#opener.renderFirst();
    return this.#opener.leader.connect;
  }

  /** The current state; the same object until something changes. */
  get state(): HumanConnectState {
    this.#opener.renderFirst();
    return this.#opener.state;
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
    this.#opener.findButton()?.click();
  }

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.#opener.button?.focus(options);
  }

  /** For hover, focus, touch, press and `prepare-on`. */
  protected prepareAhead(): Promise<void> {
    return this.#opener.prepareAhead();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } finally {
      this.#opener.endUpdate();
    }
  }

  protected override describe(): readonly TreeNode[] {
    return buttonTree(this.view);
  }

  /** What the button in the shadow tree shows. */
  protected get view(): ButtonView {
    const { state, words, said, isInline } = this.#opener;
    const { disabled, message } = this;
    const hasOwnContent = isFilled(this, "button");
    return { state, words, said, isInline, message, isDisabled: disabled, label: readLabelText(this), hasOwnContent };
  }
}
