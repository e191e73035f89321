import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/** Renders its host again when the page changes its content: a text that changes in place does not fire `slotchange`. */
export class SlottedObserver implements ReactiveController {
  readonly #host: ReactiveElement;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(this.#host, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ["hidden", "slot"],
    });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
