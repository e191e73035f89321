import { mergeDefined } from "../base/merge-defined.js";
import { englishView } from "./labels-en.js";
import { spanishView } from "./labels-es.js";
import type { ViewLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

/** Words of the connection list and the status line, in the language of the options. */
export function readViewLabels(options: LabelOptions): ViewLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishView : englishView, options.labels);
}
