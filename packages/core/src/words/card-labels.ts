import { mergeDefined } from "../base/merge-defined.js";
import { englishCard } from "./labels-en.js";
import { spanishCard } from "./labels-es.js";
import type { CardLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

/** Words of the card and of the state of each source, in the language of the options. */
export function readCardLabels(options: LabelOptions): CardLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishCard : englishCard, options.labels);
}
