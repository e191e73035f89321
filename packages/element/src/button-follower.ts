import type { HumanConnectState, LabelOptions } from "@human-connect/core";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";
import { readButtonWords } from "./button-options.js";
import { HumanConnectButton } from "./human-connect-button.js";
import { joinWords, readWords } from "./read-options.js";

const nothing: HumanConnectState = { status: "idle", currentConnections: [] };

/** Renders its host again with each change of the button whose id is in the host's `for`, also when it comes later. */
export class ButtonFollower implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #link: ReactiveController;
  #button: HumanConnectButton | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#link = {
      hostUpdated: () => host.requestUpdate(),
      // It may only have been moved.
      hostDisconnected: () => queueMicrotask(() => this.follow()),
    };
    host.addController(this);
  }

  /** The button's state; idle and empty without one. */
  get state(): HumanConnectState {
    return this.#button?.state ?? nothing;
  }

  /** The host's words, before the button's. */
  get words(): LabelOptions {
    return joinWords(this.#button && readButtonWords(this.#button), readWords(this.#host));
  }

  hostConnected(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#take(undefined);
  }

  /** Looks for the button anew. What is observed is the button's id, or the whole root only while there is no such button. */
  follow(): void {
    if (!this.#host.isConnected) return;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const found = root.getElementById(this.#host.getAttribute("for") ?? "");
    if (found?.matches(":not(:defined)")) void customElements.whenDefined(found.localName).then(() => this.follow());
    const button = found instanceof HumanConnectButton ? found : undefined;
    this.#take(button);
    this.#observer ??= new MutationObserver(() => this.follow());
    this.#observer.disconnect();
    this.#observer.observe(button ?? root, {
      attributeFilter: ["id"],
      ...(!button && { childList: true, subtree: true }),
    });
  }

  #take(button: HumanConnectButton | undefined): void {
    if (button === this.#button) return;
    this.#button?.removeController(this.#link);
    this.#button = button;
    button?.addController(this.#link);
    this.#host.requestUpdate();
  }
}
