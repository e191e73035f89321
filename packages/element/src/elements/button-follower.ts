import type { HumanConnectState, LabelOptions } from "@human-connect/core";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";
import { readButtonWords, type ButtonProperties } from "../attributes/button-options.js";
import { findAll, idSelector } from "../dom/native.js";
import { joinWords, readWords } from "../attributes/read-options.js";

const nothing: HumanConnectState = { status: "idle", currentConnections: [] };

/** A following element: a list, a status line, another button. */
type Follower = ReactiveElement & { readonly htmlFor: string | null | undefined };

/** A followed element. */
type Leader = ReactiveElement & ButtonProperties & { readonly state: HumanConnectState };

/** Renders its host again with each change of the button or card whose id is in the host's `for`, also if that is added later. */
export class ButtonFollower<Button extends Leader> implements ReactiveController {
  readonly #host: Follower;
  readonly #leader: new () => Button;
  readonly #link: ReactiveController;
  readonly #awaited = new WeakSet<Element>();
  #button: Button | undefined;
  #id: string | null | undefined;
  #observer: MutationObserver | undefined;

  /** @param leader The class of the followed element, passed in because a button may follow another one. */
  constructor(host: Follower, leader: new () => Button) {
    this.#host = host;
    this.#leader = leader;
    this.#link = {
      hostUpdated: () => host.requestUpdate(),
      // The button may only have been moved.
      hostDisconnected: () => queueMicrotask(() => this.follow()),
    };
    host.addController(this);
  }

  /** The followed button, if it is in the page. */
  get button(): Button | undefined {
    return this.#button;
  }

  /** The button's state; idle and empty without a button. */
  get state(): HumanConnectState {
    return this.#button?.state ?? nothing;
  }

  /** The host's words merged over the button's. */
  get words(): LabelOptions {
    return joinWords(this.#button && readButtonWords(this.#button), readWords(this.#host));
  }

  hostConnected(): void {
    this.follow();
  }

  /** Follows again if `for` has changed. */
  hostUpdate(): void {
    if (this.#id !== this.#host.htmlFor) this.follow();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#take(undefined);
  }

  /** Looks for the button again. Observes the id of the button, or the whole root only while no button has this id. */
  follow(): void {
    if (!this.#host.isConnected) return;
    this.#observer?.disconnect();
    this.#id = this.#host.htmlFor;
    if (!this.#id) return this.#take(undefined);
    const root = this.#host.getRootNode();
    const selector = idSelector(this.#id);
    for (const element of findAll(root, `${selector}:not(:defined)`)) this.#awaitUpgrade(element);
    // Buttons that follow each other, or themselves, would render in an endless loop.
    const isFree = (leader: Button): boolean => !(this.#host instanceof this.#leader && leader.htmlFor);
    // Other elements with this id are ignored.
    const button = findAll(root, selector).find(
      (found): found is Button => found instanceof this.#leader && isFree(found),
    );
    this.#take(button);
    this.#observer ??= new MutationObserver(() => this.follow());
    this.#observer.observe(button ?? root, {
      attributeFilter: ["id"],
      ...(!button && { childList: true, subtree: true }),
    });
  }

  /**
   * Waits once per element: a name can be defined while an element of that name stays undefined, which would repeat without end. In some
   * simulated DOMs no element matches `:defined`.
   */
  #awaitUpgrade(element: Element): void {
    if (this.#awaited.has(element)) return;
    this.#awaited.add(element);
    const follow = (): void => this.follow();
    void customElements.whenDefined(element.localName).then(follow, () => undefined);
  }

  #take(button: Button | undefined): void {
    if (button === this.#button) return;
    this.#button?.removeController(this.#link);
    this.#button = button;
    button?.addController(this.#link);
    this.#host.requestUpdate();
  }
}
