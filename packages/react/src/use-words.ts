import { mergeOptions, type HumanConnect, type LabelOptions } from "@human-connect/core";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ConnectContext } from "./connect-context.js";

/** A component's own words over those of the connection that it was given, or of its provider, one by one. */
export function useWords(own: LabelOptions, given: HumanConnect | undefined): LabelOptions {
  const above = useContext(ConnectContext);
  // A new function each time: React then looks again after each commit, when whoever made the connection has its latest options.
  const read = (): string | undefined => given && JSON.stringify(given.getLabelOptions());
  const words = useSyncExternalStore(never, read, read);
  const ofGiven = useMemo(() => words && (JSON.parse(words) as LabelOptions), [words]);
  return mergeWords(ofGiven || above, own);
}

/** Words over words; an own locale keeps the labels that were replaced one by one. */
export function mergeWords(above: LabelOptions | null, own: LabelOptions): LabelOptions {
  return { locale: own.locale ?? above?.locale, labels: mergeOptions(above?.labels ?? {}, own.labels) };
}

const never = (): (() => void) => () => {};
