import type { HumanConnect, LabelOptions } from "@human-connect/core";
import { mergeOptions } from "@human-connect/core/face";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ConnectContext } from "./connect-context.js";

/** A component's own words merged over those of the instance that it was given, or of its provider. */
export function useWords(own: LabelOptions, given: HumanConnect | undefined): LabelOptions {
  const above = useContext(ConnectContext);
  // A new function each time: React then reads again after each commit, when the owner of the instance has its latest options.
  const read = (): string | undefined => given && JSON.stringify(given.getLabelOptions());
  const words = useSyncExternalStore(never, read, read);
  const ofGiven = useMemo(() => words && (JSON.parse(words) as LabelOptions), [words]);
  return mergeWords(ofGiven || above, own);
}

/** Merges words; an own locale keeps the labels that were replaced individually. */
export function mergeWords(above: LabelOptions | null, own: LabelOptions): LabelOptions {
  const labels = own.labels ? mergeOptions(above?.labels ?? {}, own.labels) : above?.labels;
  return { locale: own.locale ?? above?.locale, labels };
}

const never = (): (() => void) => () => {};
