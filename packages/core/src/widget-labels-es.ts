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
  errorSignIn: "Tu sesión ha terminado. Inicia sesión de nuevo y vuelve a intentarlo.",
  errorLater: "Connect no se puede abrir ahora. Inténtalo de nuevo dentro de un minuto.",
  errorFailed: "No se pudo abrir Connect. Inténtalo de nuevo.",
};
