import type { WidgetLabels } from "./labels.js";

export const spanish: WidgetLabels = {
  title: "Conecta tus datos de salud",
  cancel: "Cancelar",
  close: "Cerrar",
  reload: "Recargar",
  slow: "Está tardando más de lo normal…",
  errorOffline: "No tienes conexión. Compruébala e inténtalo de nuevo.",
  errorTimeout: "Connect no respondió a tiempo. Inténtalo de nuevo.",
  errorBusy: "Connect ya está abierto en esta página.",
  errorFailed: "No se pudo abrir Connect. Inténtalo de nuevo.",
};
