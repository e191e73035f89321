import { languageOf } from "./locale.js";
import { readButtonLabels } from "./button-labels.js";
import type { ButtonLabels, LabelOptions, WidgetLabels } from "./labels.js";
import { mergeDefined } from "../base/merge-defined.js";
import { english } from "./widget-labels-en.js";

/** Every word that a session shows. */
export type SessionLabels = ButtonLabels & WidgetLabels;

/** Loads the words of a session, in the language of the options. Spanish is only fetched if the locale is Spanish. */
export async function loadWidgetLabels(options: LabelOptions): Promise<SessionLabels> {
  const isSpanish = languageOf(options) === "es";
  return join(isSpanish ? (await import("./widget-labels-es.js")).spanish : english, options);
}

/** The words that need no import. */
export function englishWidgetLabels(options: LabelOptions): SessionLabels {
  return join(english, options);
}

function join(words: WidgetLabels, options: LabelOptions): SessionLabels {
  return { ...readButtonLabels(options), ...mergeDefined(words, options.labels) };
}
