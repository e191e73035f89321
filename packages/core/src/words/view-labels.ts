import { mergeDefined } from "../base/merge-defined.js";
import type { ViewLabels, LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

export const englishView: ViewLabels = {
  connections: "Your sources",
  noConnections: "Nothing connected yet",
  oneConnection: "1 source connected",
  manyConnections: "{count} sources connected",
  sourcesConnected: "{names} connected",
  sourcesDisconnected: "{names} disconnected",
};

export const spanishView: ViewLabels = {
  connections: "Tus fuentes",
  noConnections: "Todavía no hay nada conectado",
  oneConnection: "1 fuente conectada",
  manyConnections: "{count} fuentes conectadas",
  sourcesConnected: "Conectado: {names}",
  sourcesDisconnected: "Desconectado: {names}",
};

/** Words of the connection list and the status line, in the language of the options. */
export function readViewLabels(options: LabelOptions): ViewLabels {
  return mergeDefined(languageOf(options) === "es" ? spanishView : englishView, options.labels);
}
