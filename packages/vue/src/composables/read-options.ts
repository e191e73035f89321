import type { HumanConnectOptions } from "@human-connect/core";
import { isFunctionOption, type FaceOptions } from "@human-connect/core/face";
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
export interface OwnOptions extends Partial<HumanConnectOptions>, FaceOptions {}

/** The current values of the options. */
export function readOptions(options: ReactiveOptions<OwnOptions> | undefined): OwnOptions {
  const entries = Object.entries(toValue(options) ?? {});
  return Object.fromEntries(
    entries.map(([name, option]) => [
      name,
      (typeof option === "function" && isFunctionOption(name) ? option : toValue(option)) ?? undefined,
    ]),
  );
}
