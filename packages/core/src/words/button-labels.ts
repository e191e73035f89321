import { mergeDefined } from "../base/merge-defined.js";
import { englishButton } from "./labels-en.js";
import { spanishButton } from "./labels-es.js";
import type { ButtonLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

/** Words on the button, in the language of the options. */
export function readButtonLabels(options: LabelOptions): ButtonLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishButton : englishButton, options.labels);
}
