import { mergeOptions, type LabelOptions } from "@human-connect/core";
import { useContext } from "react";
import { ConnectContext } from "./connect-context.js";

/** A component's own words over those of its provider, one by one. */
export function useWords(own: LabelOptions): LabelOptions {
  return mergeWords(useContext(ConnectContext), own);
}

/** Words over words; an own locale keeps the labels that were replaced one by one. */
export function mergeWords(above: LabelOptions | null, own: LabelOptions): LabelOptions {
  return { locale: own.locale ?? above?.locale, labels: mergeOptions(above?.labels ?? {}, own.labels) };
}
