import { mergeDefined } from "../base/merge-defined.js";
import type { CardLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

export const englishCard: CardLabels = {
  heading: "Your health data",
  privacy: "You choose what to share, and you can disconnect a source at any time.",
  statusConnected: "Connected",
  statusAdded: "Just connected",
  statusDisconnected: "Disconnected",
  statusRequested: "Requested",
};

export const spanishCard: CardLabels = {
  heading: "Tus datos de salud",
  privacy: "Tú eliges qué compartir y puedes desconectar una fuente cuando quieras.",
  statusConnected: "Conectada",
  statusAdded: "Recién conectada",
  statusDisconnected: "Desconectada",
  statusRequested: "Solicitada",
};

/** Words of the card and of the state of each source, in the language of the options. */
export function readCardLabels(options: LabelOptions): CardLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishCard : englishCard, options.labels);
}
