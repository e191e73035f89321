import type { Language } from "../words/labels.js";
import { spanishButton } from "../words/button-labels.js";
import { spanishCard } from "../words/card-labels.js";
import { spanishView } from "../words/view-labels.js";
import { spanish } from "../words/widget-labels-es.js";

/** Spanish, which is built in; addresses the user as tú. For pages that choose one of many languages. */
export const es: Language = {
  locale: "es",
  labels: { ...spanishButton, ...spanishView, ...spanishCard, ...spanish },
};
