import type { ModelClock, Wait } from "./model-clock.js";

/** What the legacy page gives at its end. Only the backend can make anything of it. */
export interface ModelObject {
  readonly name: string;
  readonly user: string | undefined;
  /** What `getToken` gave for the opening that ended with it. */
  readonly token: string;
  failures: number;
}

/** What `finalize` answers: what is connected, and the public token from now on. Either may be missing. */
export interface ModelAnswer {
  readonly connected?: readonly string[] | undefined;
  readonly publicToken?: string | undefined;
}

interface Call {
  readonly object: ModelObject;
  readonly until: number;
}

/** What a legacy client remembers from one session to the next: what has to get to the backend, and what came back. */
export class ModelFinalizer {
  /** What the backend was called with. */
  readonly called: string[] = [];
  /** Calls that were given up. */
  abandoned = 0;
  /** Calls that are under way, also those that no session waits for. */
  #calls: readonly Call[] = [];
  /** What has not got to the backend yet. */
  #left: ModelObject | undefined;
  #renewed: { readonly insteadOf: string; readonly word: string; readonly user: string | undefined } | undefined;
  readonly #clock: ModelClock;
  readonly #note: (what: string) => void;

  constructor(clock: ModelClock, note: (what: string) => void) {
    this.#clock = clock;
    this.#note = note;
  }

  get isCalled(): boolean {
    return this.#calls.length > 0;
  }

  /** Whose sessions have left something. */
  get remembers(): { readonly user: string | undefined } | undefined {
    return this.#left ?? this.#renewed;
  }

  /** Connect is about to be opened: nothing that somebody else has left stays. @returns What has to be done before. */
  opensFor(user: string | undefined): ModelObject | undefined {
    if (this.#renewed && this.#renewed.user !== user) {
      this.#note("a renewed token of somebody else is discarded");
      this.#renewed = undefined;
    }
    if (this.#left && this.#left.user !== user) {
      this.#note("what somebody else has left is discarded");
      this.#left = undefined;
    }
    return this.#left;
  }

  /** What Connect is opened with, when `getToken` has given a word. */
  renew(word: string): string {
    if (this.#renewed?.insteadOf !== word) return word;
    this.#note("Connect opens with a renewed token");
    return this.#renewed.word;
  }

  /** The backend is called, unless it is being called already. */
  brings(object: ModelObject): void {
    this.#left = object;
    if (this.#calls.some((call) => call.object === object))
      return this.#note("the next click waits for the call that is under way");
    if (object.failures) this.#note("the next click tries again what has failed");
    this.called.push(object.name);
    this.#calls = [...this.#calls, { object, until: this.#clock.in(15_000) }];
  }

  /** @returns What has got to the backend. */
  answers({ publicToken }: ModelAnswer): ModelObject[] {
    const objects = this.#calls.map(({ object }) => object);
    this.#calls = [];
    for (const object of objects) {
      if (object.failures) this.#note("what has failed gets to the backend");
      if (publicToken) this.#renewed = { insteadOf: object.token, word: publicToken, user: object.user };
      this.#forget(object);
    }
    return objects;
  }

  /** @returns What has not got to the backend. The next open() tries again what has failed once. */
  fails(calls = this.#calls): ModelObject[] {
    this.#calls = this.#calls.filter((call) => !calls.includes(call));
    for (const { object } of calls) {
      object.failures += 1;
      if (object.failures < 2 || this.#left !== object) continue;
      this.#note("what has failed twice is discarded");
      this.#forget(object);
    }
    return calls.map(({ object }) => object);
  }

  /** @param end An answer takes too long. */
  waits(end: (objects: readonly ModelObject[]) => void): Wait[] {
    return this.#calls.map((call) => ({
      at: call.until,
      end: () => {
        this.abandoned += 1;
        end(this.fails([call]));
      },
    }));
  }

  #forget(object: ModelObject): void {
    if (this.#left === object) this.#left = undefined;
  }
}
