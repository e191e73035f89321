import { prepareWhen, type PrepareOn } from "@human-connect/core/face";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/** Prepares on mount, or when the host first becomes visible. Event handlers handle `"intent"`. */
export class PrepareController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #read: () => PrepareOn;
  readonly #prepare: () => unknown;
  #watched: PrepareOn | undefined;
  #stop: (() => void) | undefined;

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
    this.#stop = prepareWhen(prepareOn, this.#host, this.#prepare);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#watched = undefined;
  }
}
