import type { HumanConnect, LabelOptions } from "@human-connect/core";
import { addVoice } from "@human-connect/core/face";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";

/** Lets the live region of its host announce for an instance. */
export class VoiceController implements ReactiveController {
  /** The text of the region; undefined while another element announces for the instance. */
  said: string | undefined = "";
  readonly #host: ReactiveElement;
  readonly #read: () => HumanConnect;
  readonly #words: () => LabelOptions;
  #connect: HumanConnect | undefined;
  #leave: (() => void) | undefined;

  /** @param read Returns the instance now: a button may come to follow another one. */
  constructor(host: ReactiveElement, read: () => HumanConnect, words: () => LabelOptions) {
    this.#host = host;
    this.#read = read;
    this.#words = words;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const connect = this.#read();
    if (connect === this.#connect || !this.#host.isConnected) return;
    this.#leave?.();
    this.#connect = connect;
    this.#leave = addVoice(connect, {
      words: this.#words,
      say: (text) => {
        this.said = text;
        this.#host.requestUpdate();
      },
      place: () => this.#host,
    });
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#connect = undefined;
  }
}
