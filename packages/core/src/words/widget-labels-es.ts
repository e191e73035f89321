import type { WidgetLabels } from "./labels.js";

export const spanish: WidgetLabels = {
  title: "Conectar tus datos de salud",
  cancel: "Cancelar",
  close: "Cerrar Connect",
  reload: "¿No ves nada? Cargar de nuevo",
  slow: "Está tardando más de lo normal…",
  doubt: "Parece que Connect no carga.",
  errorOffline: "Parece que no hay internet. Revisa tu conexión e inténtalo de nuevo.",
  errorTimeout: "Connect tarda demasiado en abrirse. Inténtalo de nuevo en un momento.",
  errorBusy: "Connect ya está abierto en esta página. Termina ahí o ciérralo primero.",
  errorSignIn: "Tu sesión ha terminado. Inicia sesión de nuevo y vuelve a intentarlo.",
  errorLater: "Connect no se puede abrir ahora. Inténtalo de nuevo dentro de un minuto.",
  errorFailed: "No se pudo abrir Connect. Inténtalo de nuevo.",
  errorEnded: "Connect se cerró de forma inesperada. Lo que conectaste se conserva. Inténtalo de nuevo para seguir.",
};
