import { mergeDefined } from "../base/merge-defined.js";
import type { ButtonLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

export const englishButton: ButtonLabels = {
  connect: "Connect your health data",
  connectAnother: "Add or remove sources",
  loading: "Opening Connect…",
  open: "Continue in the Connect window",
  retry: "Try again",
};

export const spanishButton: ButtonLabels = {
  connect: "Conectar tus datos de salud",
  connectAnother: "Añadir o quitar fuentes",
  loading: "Abriendo Connect…",
  open: "Continúa en la ventana de Connect",
  retry: "Intentar de nuevo",
};

/** Words on the button, in the language of the options. */
export function readButtonLabels(options: LabelOptions): ButtonLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishButton : englishButton, options.labels);
}
