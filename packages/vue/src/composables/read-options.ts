import type { HumanConnectOptions } from "@human-connect/core";
import { toValue, type MaybeRef, type MaybeRefOrGetter } from "vue";

/**
 * An object of options in which each may be a value, a ref or a getter; what is a function itself cannot be a getter too. A
 * template ref may be among them: `null` is "not given".
 */
export type ReactiveOptions<T> = MaybeRefOrGetter<{
  [K in keyof T]: NonNullable<T[K]> extends (...args: never[]) => unknown
    ? MaybeRef<T[K]>
    : MaybeRefOrGetter<T[K] | null>;
}>;

/** Options of the core, and what a component adds to them. */
export interface FaceOptions extends Partial<HumanConnectOptions> {
  /** Ends an open session when the component or the scope goes away. Default false: the session goes on and still calls back. */
  closeOnUnmount?: boolean;
}

/** The values of the options now. */
export function readOptions(options: ReactiveOptions<FaceOptions> | undefined): FaceOptions {
  const entries = Object.entries(toValue(options) ?? {});
  return Object.fromEntries(
    entries.map(([name, option]) => [
      name,
      (typeof option === "function" && /^(get|on)/.test(name) ? option : toValue(option)) ?? undefined,
    ]),
  );
}

/** Whether options, or props, ask for a connection of their own. Words, callbacks and the ways of a component fit any. */
export function hasOwnOptions(options: object | undefined): boolean {
  return Object.entries(options ?? {}).some(
    ([name, option]) =>
      option !== undefined && !/^(label|locale|close|on|connect|prepareOn|inline|message|disabled|heading)/.test(name),
  );
}
