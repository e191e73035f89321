/** Promises of one kind that are kept or broken by hand, all that are open at once. */
export class Answers {
  readonly #open: { resolve(value: unknown): void; reject(error: unknown): void }[] = [];

  /** @param signal Breaks this promise with its reason. */
  ask(signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) reject(signal.reason);
      signal?.addEventListener("abort", () => reject(signal.reason));
      this.#open.push({ resolve, reject });
    });
  }

  give(value: unknown): void {
    for (const { resolve } of this.#open.splice(0)) resolve(value);
  }

  fail(): void {
    for (const { reject } of this.#open.splice(0)) reject(new Error("no network"));
  }
}
