import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/** When a button fetches what a click will need. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the host is first seen. `"intent"` is a matter of event handlers. */
export class PrepareController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #read: () => PrepareOn;
  readonly #prepare: () => unknown;
  #watched: PrepareOn | undefined;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveElement, read: () => PrepareOn, prepare: () => unknown) {
    this.#host = host;
    this.#read = read;
    this.#prepare = prepare;
    host.addController(this);
  }

  /** Starts anew when the host came to the page or the attribute has changed. */
  hostUpdated(): void {
    const prepareOn = this.#read();
    if (prepareOn === this.#watched || !this.#host.isConnected) return;
    this.hostDisconnected();
    this.#watched = prepareOn;
    if (prepareOn === "mount") this.#prepare();
    // A simulated page may see nothing.
    if (prepareOn !== "visible" || typeof IntersectionObserver === "undefined") return;
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#observer?.disconnect();
      this.#prepare();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#watched = undefined;
  }
}
