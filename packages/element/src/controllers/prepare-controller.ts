import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/** When a button prefetches what a click needs. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the host first becomes visible. Event handlers handle `"intent"`. */
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

  /** Starts again after the host was connected or the attribute changed. */
  hostUpdated(): void {
    const prepareOn = this.#read();
    if (prepareOn === this.#watched || !this.#host.isConnected) return;
    this.hostDisconnected();
    this.#watched = prepareOn;
    if (prepareOn === "mount") this.#prepare();
    // Simulated DOMs (jsdom, happy-dom) may lack IntersectionObserver.
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
