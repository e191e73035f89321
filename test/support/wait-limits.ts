import { vi } from "vitest";

/** A limit for what hangs: Vitest's own second is over on a busy machine before a browser has loaded a module. */
const timeout = 10_000;

for (const name of ["waitFor", "waitUntil"] as const) {
  const wait = vi[name] as (callback: () => unknown, options: object) => Promise<unknown>;
  Object.assign(vi, {
    [name]: (callback: () => unknown, options: number | object = {}) =>
      wait(callback, typeof options === "number" ? { timeout: options } : { timeout, ...options }),
  });
}
