import { bare } from "../base/bare.js";
import { warn } from "../base/warn.js";
import { readButtonLabels } from "./button-labels.js";
import { localeOf } from "./locale.js";
import { readViewLabels } from "./view-labels.js";
import type { LabelOptions } from "./labels.js";
import type { HumanConnectState } from "../model/state.js";

/**
 * One line for the user: opening, open, how many sources are connected, or what went wrong.
 *
 * @param options Choose the language.
 * @param isBesideList Omits that nothing is connected, which a list next to the line shows. Default false.
 */
export function describeState(state: HumanConnectState, options: LabelOptions, isBesideList = false): string {
  const { noConnections, oneConnection } = readViewLabels(options);
  const { loading, open } = readButtonLabels(options);
  const { length } = state.currentConnections;
  switch (state.status) {
    case "loading":
      return loading;
    case "open":
      return open;
    case "error":
      return state.error.userMessage;
    case "idle":
    case "closed":
      if (length > 1) return describeCount(length, options);
      if (length) return oneConnection;
      return isBesideList ? "" : noConnections;
    default:
      return state satisfies never;
  }
}

/** How many sources are connected, from two on: in the plural form of the locale, with the number as the locale writes it. */
function describeCount(count: number, options: LabelOptions): string {
  const locale = localeOf(options);
  const text = chooseForm(readViewLabels(options).manyConnections, count, locale) ?? readBuiltIn(options);
  return text.replace("{count}", () => new Intl.NumberFormat(locale).format(count));
}

/** @param given From the options, and so possibly anything. @returns Undefined without any text. */
function chooseForm(given: unknown, count: number, locale: string): string | undefined {
  if (typeof given === "string") return given;
  const forms = bare(Object(given) as Record<string, unknown>);
  if (typeof forms["other"] !== "string")
    warn('labels.manyConnections must be a text, or texts with "other" among them: { few: "…", other: "…" }.');
  const { [new Intl.PluralRules(locale).select(count)]: fitting, other } = forms;
  // A wrong form of the user's language says more than another language.
  return [fitting, other, ...Object.values(forms)].find((text) => typeof text === "string");
}

function readBuiltIn({ locale }: LabelOptions): string {
  return readViewLabels({ locale }).manyConnections as string;
}
