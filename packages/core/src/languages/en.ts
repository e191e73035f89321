import type { Language } from "../words/labels.js";
import { englishButton } from "../words/button-labels.js";
import { englishCard } from "../words/card-labels.js";
import { englishView } from "../words/view-labels.js";
import { english } from "../words/widget-labels-en.js";

/** English, which is built in. For pages that choose one of many languages. */
export const en: Language = {
  locale: "en",
  labels: { ...englishButton, ...englishView, ...englishCard, ...english },
};
