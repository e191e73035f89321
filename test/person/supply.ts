import type { Name } from "./names.js";

/** Something that a host or the vendor supplies: it comes at once, until it is told to be slow, or to fail. */
export class Supply {
  #mode: "comes" | "is slow" | "fails" = "comes";
  readonly #waiting: (() => void)[] = [];

  /** @param give Makes what is supplied, when its time has come. */
  async get<T>(whose: Name, give: () => T): Promise<T> {
    if (this.#mode === "is slow") await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#mode === "fails") throw new Error(`nothing-of-${whose}`);
    return give();
  }

  get mode(): "comes" | "is slow" | "fails" {
    return this.#mode;
  }

  /** What was waited for goes the same way. */
  set mode(mode: "comes" | "is slow" | "fails") {
    this.#mode = mode;
    if (mode !== "is slow") for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
