import type { Language } from "../words/labels.js";
import { spanishButton, spanishCard, spanishView } from "../words/labels-es.js";
import { spanish } from "../words/widget-labels-es.js";

/** Spanish, which is built in; addresses the user as tú. For pages that choose one of many languages. */
export const es: Language = {
  locale: "es",
  labels: { ...spanishButton, ...spanishView, ...spanishCard, ...spanish },
};
