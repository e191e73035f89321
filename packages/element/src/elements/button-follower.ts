import type { HumanConnect, HumanConnectState, LabelOptions } from "@human-connect/core";
import type { ReactiveController, ReactiveElement } from "@lit/reactive-element";
import { readGivenWords, type ButtonProperties } from "../attributes/button-options.js";
import type { ConnectController } from "../controllers/connect-controller.js";
import { findAll, idSelector } from "../dom/native.js";
import { translateIn } from "../attributes/page-languages.js";
import { joinWords, readWords } from "../attributes/read-options.js";

const nothing: HumanConnectState = { status: "idle", currentConnections: [] };

/** A following element: a list, a status line, another button. */
type Follower = ReactiveElement & {
  readonly htmlFor: string | null | undefined;
  /** A button that the kit lets it follow, wherever that is, before any that `htmlFor` selects. */
  followed?: Element;
};

/** An element that has an instance. */
export type LeaderElement = ReactiveElement & ButtonProperties & Pick<HumanConnect, "open">;

/** What others may use of a button or card that they follow. */
export interface Leader {
  readonly host: LeaderElement;
  readonly controller: ConnectController;
  /** What the element shows: the state of its instance, or of the one that it follows. */
  readonly state: HumanConnectState;
  /** The instance for scripts. */
  readonly connect: HumanConnect;
  /** Prepares before a click on another button. */
  prepareForGuest(): Promise<void>;
}

/** What each button and card offers to its followers. */
export const leaders: WeakMap<Element, Leader> = /* @__PURE__ */ new WeakMap<Element, Leader>();

/** Renders its host again with each change of the button or card whose id is in the host's `for`, also if that is added later. */
export class ButtonFollower implements ReactiveController {
  readonly #host: Follower;
  readonly #link: ReactiveController;
  readonly #awaited = new WeakSet<Element>();
  #leader: Leader | undefined;
  #id: string | null | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: Follower) {
    this.#host = host;
    this.#link = {
      hostUpdated: () => host.requestUpdate(),
      // The button may only have been moved.
      hostDisconnected: () => queueMicrotask(() => this.follow()),
    };
    host.addController(this);
  }

  /** The followed button or card, if it is in the page. */
  get leader(): Leader | undefined {
    return this.#leader;
  }

  /** The leader's state; idle and empty without a leader. */
  get state(): HumanConnectState {
    return this.#leader?.state ?? nothing;
  }

  /** The host's words merged over the leader's. */
  get words(): LabelOptions {
    const given = joinWords(this.#leader && readGivenWords(this.#leader.host), readWords(this.#host));
    return translateIn(this.#host, given);
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

  /** Looks for the leader again. Observes its id, or the whole root only while no button or card has this id. */
  follow(): void {
    if (!this.#host.isConnected) return;
    this.#observer?.disconnect();
    this.#id = this.#host.htmlFor;
    if (!this.#id) return this.#take(undefined);
    const root = this.#host.getRootNode();
    const selector = idSelector(this.#id);
    for (const element of findAll(root, `${selector}:not(:defined)`)) this.#awaitUpgrade(element);
    // Buttons that follow each other, or themselves, would render in an endless loop. Other elements with this id are ignored.
    const isFollower = leaders.has(this.#host);
    const leader = [this.#host.followed, ...findAll(root, selector)]
      .map((element) => leaders.get(element!))
      .find((found) => found && !(isFollower && found.host.htmlFor));
    this.#take(leader);
    this.#observer ??= new MutationObserver(() => this.follow());
    this.#observer.observe(leader?.host ?? root, {
      attributeFilter: ["id"],
      ...(!leader && { childList: true, subtree: true }),
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

  #take(leader: Leader | undefined): void {
    if (leader === this.#leader) return;
    this.#leader?.host.removeController(this.#link);
    this.#leader = leader;
    leader?.host.addController(this.#link);
    this.#host.requestUpdate();
  }
}
