import type { ButtonLabels, CardLabels, ViewLabels } from "./labels.js";

export const spanishButton: ButtonLabels = {
  connect: "Conectar tus datos de salud",
  connectAnother: "Añadir o quitar fuentes",
  loading: "Abriendo Connect…",
  open: "Continúa en la ventana de Connect",
  retry: "Intentar de nuevo",
};

export const spanishView: ViewLabels = {
  connections: "Tus fuentes",
  noConnections: "Todavía no hay nada conectado",
  oneConnection: "1 fuente conectada",
  manyConnections: "{count} fuentes conectadas",
  sourcesConnected: "Conectado: {names}",
  sourcesDisconnected: "Desconectado: {names}",
};

export const spanishCard: CardLabels = {
  heading: "Tus datos de salud",
  privacy: "Tú eliges qué compartir y puedes desconectar una fuente cuando quieras.",
  statusConnected: "Conectada",
  statusAdded: "Recién conectada",
  statusDisconnected: "Desconectada",
  statusRequested: "Solicitada",
};
