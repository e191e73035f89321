import type { ModelClock, Wait } from "./model-clock.js";

/** Where a token is. */
type ModelToken =
  | { kind: "none" }
  | { kind: "asked"; reason: string; at: number; until: number }
  | { kind: "held"; word: string; until: number };

/** The token of whoever is signed in: there is one at most, asked for or kept. */
export class ModelTokens {
  /** Why `getToken` was called. */
  readonly reasons: string[] = [];
  #token: ModelToken = { kind: "none" };
  /** Which client it opens. One of the legacy client is none of the current one's. */
  #isLegacy = false;
  readonly #clock: ModelClock;
  readonly #note: (what: string) => void;

  constructor(clock: ModelClock, note: (what: string) => void) {
    this.#clock = clock;
    this.#note = note;
  }

  /** The client whose token is waited for. */
  get isAsked(): "current" | "legacy" | undefined {
    if (this.#token.kind !== "asked") return undefined;
    return this.#isLegacy ? "legacy" : "current";
  }

  forget(): void {
    this.#token = { kind: "none" };
  }

  /** @returns The token that is kept, when there is one. */
  take(reason: string, isLegacy: boolean): string | undefined {
    const token = this.#token;
    const isUsable = isLegacy === this.#isLegacy;
    if (isUsable && token.kind === "asked") return undefined;
    if (isUsable && token.kind === "held" && this.#clock.now < token.until) return token.word;
    if (!isUsable && token.kind !== "none") this.#note("a token of the other client is discarded");
    this.reasons.push(reason);
    this.#isLegacy = isLegacy;
    this.#token = { kind: "asked", reason, at: this.#clock.now, until: this.#clock.in(15_000) };
    return undefined;
  }

  /**
   * @param lifeMs Of which half a minute is kept back.
   * @returns Whether it was asked for.
   */
  comes(word: string, lifeMs: number): boolean {
    if (this.#token.kind !== "asked") return false;
    this.#token = { kind: "held", word, until: this.#token.at + lifeMs - 30_000 };
    return true;
  }

  /** @returns Why it was asked for, when it was. */
  fails(): string | undefined {
    if (this.#token.kind !== "asked") return undefined;
    const { reason } = this.#token;
    this.forget();
    return reason;
  }

  /** @param end The answer takes too long. */
  wait(end: () => void): Wait {
    return { at: this.#token.kind === "asked" ? this.#token.until : Number.POSITIVE_INFINITY, end };
  }
}
