/** A wait, and what happens when nobody has ended it before. */
export interface Wait {
  readonly at: number;
  readonly end: () => void;
}

/** Time as a model has it: it is moved by hand. */
export class ModelClock {
  now = 0;
  /** Two waits that end in the same moment end in the order in which they began. */
  #waits = 0;

  /** When a wait ends that begins now. */
  in(ms: number): number {
    this.#waits += 1;
    return this.now + ms + this.#waits / 1e4;
  }

  /** @param read The waits that are open, read anew when one has ended. */
  pass(ms: number, read: () => readonly Wait[]): void {
    const until = this.now + ms;
    const findNext = (): Wait | undefined =>
      read()
        .filter(({ at }) => at <= until)
        .toSorted((one, other) => one.at - other.at)[0];
    for (let next = findNext(); next; next = findNext()) {
      this.now = Math.floor(next.at);
      next.end();
    }
    this.now = until;
  }
}
