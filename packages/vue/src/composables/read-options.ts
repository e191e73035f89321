import type { HumanConnectOptions } from "@human-connect/core";
import { toValue, type MaybeRef, type MaybeRefOrGetter } from "vue";

/**
 * An object of options, each of which may be a value, a ref or a getter; an option that is a function cannot be a getter. A template
 * ref may be among them: `null` means "not given".
 */
export type ReactiveOptions<T> = MaybeRefOrGetter<{
  [K in keyof T]: NonNullable<T[K]> extends (...args: never[]) => unknown
    ? MaybeRef<T[K]>
    : MaybeRefOrGetter<T[K] | null>;
}>;

/** Options of the core, and what a component adds to them. */
export interface FaceOptions extends Partial<HumanConnectOptions> {
  /** Ends an open session when the component unmounts or the scope ends. Default false: the session continues and still calls back. */
  closeOnUnmount?: boolean;
}

/** The current values of the options. */
export function readOptions(options: ReactiveOptions<FaceOptions> | undefined): FaceOptions {
  const entries = Object.entries(toValue(options) ?? {});
  return Object.fromEntries(
    entries.map(([name, option]) => [
      name,
      (typeof option === "function" && /^(get|on)/.test(name) ? option : toValue(option)) ?? undefined,
    ]),
  );
}

/** Whether options, or props, require a new instance. Words, callbacks and presentation props work with any instance. */
export function hasOwnOptions(options: object | undefined): boolean {
  return Object.entries(options ?? {}).some(
    ([name, option]) =>
      option !== undefined && !/^(label|locale|close|on|connect|prepareOn|inline|message|disabled|heading)/.test(name),
  );
}
