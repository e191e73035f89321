import type { TokenContext, TokenGrant } from "@human-connect/core";
import type { LegacyOutcome, LegacySessionToken } from "@human-connect/core/legacy";
import { createConnectPage, type ConnectPage } from "../../packages/core/test/stories/connect-page.js";
import { names, ownersIn, toSources, type Name } from "./names.js";
import { Supply } from "./supply.js";

/** A call of `getToken` that is under way, or was answered. */
interface Call {
  readonly whose: Name;
  readonly signal: AbortSignal;
  /** Which click it belongs to. */
  readonly attempt: number;
  isAnswered: boolean;
  /** How many sessions were over when Connect was first opened with its token. */
  openedAfter?: number;
}

/** The truth about everybody, and what a host's backend says of it to whoever asks. */
export class PersonBackend {
  readonly tokens = new Supply();
  readonly finalized = new Supply();
  /** What everybody has connected. */
  readonly pages = Object.fromEntries(names.map((name) => [name, createConnectPage()])) as Record<Name, ConnectPage>;
  /** Clicks that found no session running. */
  attempts = 0;
  /** Sessions that have told how they ended. */
  endings = 0;
  /** Whose token Connect has refused last. */
  refused: Name | undefined;
  readonly #calls: Call[] = [];
  readonly #now: () => Name;
  readonly #note: (what: string) => void;
  readonly #accuse: (what: string) => void;

  /** @param now Who is signed in. */
  constructor(now: () => Name, note: (what: string) => void, accuse: (what: string) => void) {
    this.#now = now;
    this.#note = note;
    this.#accuse = accuse;
  }

  /** `getToken` of somebody's page. */
  async ask(whose: Name, { signal, reason }: TokenContext, isLegacy: boolean): Promise<TokenGrant> {
    this.#note(`token asked for: ${reason}`);
    if (whose !== this.#now()) this.#accuse(`a token of ${whose} was asked for`);
    if (reason !== "open" && reason !== "prefetch" && whose !== this.refused)
      this.#accuse(`a token of ${whose} was renewed, and that of ${this.refused} was refused`);
    if (reason === "prefetch" && whose === "nobody") this.#accuse("a token of nobody was asked for ahead of a click");
    const call: Call = { whose, signal, attempt: this.attempts, isAnswered: false };
    const number = this.#calls.push(call);
    try {
      // A backend of old goes on giving the one that it knows.
      const token = `token-${isLegacy && whose !== "nobody" ? "old" : number}-of-${whose}`;
      return await this.tokens.get(whose, () => (isLegacy ? { publicToken: token } : { token, expiresIn: 3600 }));
    } finally {
      call.isAnswered = true;
    }
  }

  /** `finalize` of somebody's legacy client. */
  finalize(whose: Name, object: LegacySessionToken): Promise<LegacyOutcome> {
    this.#note("finalized");
    if (whose !== this.#now() || ownersIn(object)[0] !== this.#now())
      this.#accuse(`what ${ownersIn(object)[0]} did was finalized for ${whose}`);
    return this.finalized.get(whose, () => ({
      publicToken: `token-new-of-${whose}`,
      currentConnections: toSources(this.pages[whose].current),
    }));
  }

  /** Judges a token that Connect is opened with. @returns Whose it is. */
  judge(token: string): Name {
    const [whose = "nobody"] = ownersIn(token);
    if (whose !== this.#now()) this.#accuse(`Connect was opened with a token of ${whose}`);
    const call = this.#calls[Number(/\d+/.exec(token)) - 1];
    if (whose !== "nobody" || !call) return whose;
    // Nobody can say whose it is, so it serves one attempt alone; having the page loaded anew is part of it.
    const isLatest = call === this.#calls.at(-1) && call.attempt === this.attempts;
    call.openedAfter ??= this.endings;
    if (!isLatest || call.openedAfter !== this.endings) this.#accuse("Connect was opened with a token of before");
    return whose;
  }

  /** Whose tokens are still waited for. */
  waitedFor(): Name[] {
    return this.#calls.filter(({ isAnswered, signal }) => !isAnswered && !signal.aborted).map(({ whose }) => whose);
  }
}
