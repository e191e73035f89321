import type { HumanConnectState } from "@human-connect/core";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/**
 * Where a button that is inline shows Connect: an element that it adds to itself for a session. Not to its shadow tree, because
 * the vendor looks for its nodes by their ids in the document.
 */
export class InlineFrame implements ReactiveController {
  readonly #host: ReactiveElement & { readonly state: HumanConnectState };
  #element: HTMLElement | undefined;
  #hadFocus = false;
  #wasFilled = false;

  constructor(host: ReactiveElement & { readonly state: HumanConnectState }) {
    this.#host = host;
    host.addController(this);
  }

  /** Connect is in it, and what the box shows otherwise gives way. */
  get isFilled(): boolean {
    return Boolean(this.#element?.hasChildNodes());
  }

  /** The element for a session that starts now or is running; none for a host that is on no page. */
  take(): Element | undefined {
    if (!this.#element && this.#host.isConnected) {
      this.#element = Object.assign(document.createElement("div"), { slot: "frame" });
      this.#hadFocus = Boolean(this.#host.shadowRoot?.activeElement);
      this.#host.append(this.#element);
    }
    return this.#element;
  }

  /** Takes the element away when the session is over. */
  hostUpdate(): void {
    const { status } = this.#host.state;
    if (status === "loading" || status === "open") return;
    this.#element?.remove();
    this.#element = undefined;
  }

  /** The button is in sight again only now, too late for the core to give it the focus. */
  hostUpdated(): void {
    const isEmptied = this.#wasFilled && !this.isFilled;
    this.#wasFilled = this.isFilled;
    const { activeElement, body } = document;
    if (isEmptied && this.#hadFocus && (!activeElement || activeElement === body))
      this.#host.focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    this.#hadFocus = false;
  }
}
