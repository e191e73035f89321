import type { ModelClock, Wait } from "./model-clock.js";
import type { ModelObject } from "./model-finalizer.js";

/** What the vendor's client does when it is opened. */
export type Opening = "shows the widget" | "throws" | "refuses" | "adds nothing";

/** What a click finds. */
export interface ModelClick {
  /** An option makes no sense. */
  readonly isInvalid: boolean;
  /** Connect is shown in the page, in a box that is there from the click on. */
  readonly isInline: boolean;
  /** It opens the legacy client, whose page posts nothing before its end. */
  readonly isLegacy: boolean;
}

const never = Number.POSITIVE_INFINITY;

/** A session as the model has it: first its token and client are on their way. */
export class ModelSession {
  readonly click: ModelClick;
  phase: "preparing" | "frameless" | "shown" | "renewing" | "concluding" = "preparing";
  /** What the client will do; undefined until it has come. */
  opening: Opening | undefined;
  /** What `getToken` has given; undefined until it has come. */
  token: string | undefined;
  /** What is brought to the backend before the session ends. */
  object: ModelObject | undefined;
  isRenewed = false;
  wasShown = false;
  /** What was connected and disconnected before the widget had to be opened again. */
  earlier: { connected: readonly string[]; disconnected: readonly string[] } = { connected: [], disconnected: [] };
  /** The stage lies over the page. */
  #isStaged = false;
  #isLive = false;
  /** The Connect page has spoken since it was opened last. */
  #isHeard = false;
  /** Nobody has used the frame, so it may be loaded anew. */
  #isOffered = false;
  /** How often the network was asked for the Connect page, while the answer matters. */
  #reach: { kind: "asked"; times: number } | { kind: "pausing"; until: number } | { kind: "doubted" } | undefined;
  /** When a wait ends that nobody has ended before. */
  #clientUntil: number;
  #patienceUntil: number;
  #widgetUntil = never;
  #silentUntil = never;
  readonly #clock: ModelClock;

  constructor(click: ModelClick, clock: ModelClock) {
    this.click = click;
    this.#clock = clock;
    this.#patienceUntil = clock.in(2000);
    this.#clientUntil = clock.in(15_000);
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  get isStaged(): boolean {
    return this.#isStaged;
  }

  /** There is a stage, over the page or in it. */
  get hasStage(): boolean {
    return this.#isStaged || this.click.isInline;
  }

  /** Connect seems to be out of reach. */
  get isDoubted(): boolean {
    return this.#reach?.kind === "doubted";
  }

  /** The network is asked for the Connect page. */
  get isReachAsked(): boolean {
    return this.#reach?.kind === "asked";
  }

  /** Nothing follows from the silence of the legacy page: the user may have connected something by now. */
  get canReload(): boolean {
    return this.#isLive && !this.isDoubted && this.#isOffered && !this.#isHeard && !this.click.isLegacy;
  }

  clientComes(opening: Opening): void {
    this.opening = opening;
    this.#clientUntil = never;
  }

  raise(): void {
    this.#isStaged = !this.click.isInline;
  }

  /** The vendor's client is told to open its page. */
  opens(): void {
    this.leavesPage();
    this.#widgetUntil = this.#clock.in(20_000);
    this.#reach = this.opening === "adds nothing" ? undefined : { kind: "asked", times: 1 };
  }

  /** Nothing that the page in the frame has done matters any more. */
  leavesPage(): void {
    this.#isLive = this.#isHeard = this.#isOffered = false;
    this.#silentUntil = this.#widgetUntil = never;
    this.#reach = undefined;
  }

  frameLoads(): void {
    this.#isLive = true;
    this.#widgetUntil = never;
    this.#silentUntil = this.#clock.in(10_000);
  }

  /** A page that speaks is there. */
  hears(): void {
    this.#reach = undefined;
    this.#isHeard = true;
  }

  networkAnswers(): void {
    // Between two questions there is nothing to answer.
    if (this.isReachAsked) this.#reach = undefined;
  }

  networkFails(): void {
    if (this.#reach?.kind !== "asked") return;
    this.#reach = this.#reach.times === 2 ? { kind: "doubted" } : { kind: "pausing", until: this.#clock.in(1000) };
  }

  /** @param fail The session ends in an error. */
  waits(fail: (code: string) => void): Wait[] {
    return [
      {
        at: this.#patienceUntil,
        end: () => {
          this.#patienceUntil = never;
          this.raise();
        },
      },
      { at: this.#clientUntil, end: () => fail("client-timeout") },
      {
        at: this.#reach?.kind === "pausing" ? this.#reach.until : never,
        end: () => void (this.#reach = { kind: "asked", times: 2 }),
      },
      { at: this.#widgetUntil, end: () => fail("widget-timeout") },
      {
        at: this.#silentUntil,
        end: () => {
          this.#silentUntil = never;
          this.#isOffered = true;
        },
      },
    ];
  }
}
