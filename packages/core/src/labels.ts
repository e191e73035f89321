import { merge } from "./merge.js";

/** Words on the button. */
export interface ButtonLabels {
  connect: string;
  loading: string;
  open: string;
  retry: string;
}

/** Words of the connection list and the status line. `{count}` is filled in. */
export interface ViewLabels {
  connections: string;
  noConnections: string;
  oneConnection: string;
  manyConnections: string;
}

/** Words of the card, and of the state of each source. */
export interface CardLabels {
  heading: string;
  privacy: string;
  connectAnother: string;
  statusConnected: string;
  statusAdded: string;
  statusDisconnected: string;
  statusRequested: string;
}

/** Words of the stage, and what a person reads when something failed. */
export interface WidgetLabels {
  title: string;
  cancel: string;
  close: string;
  reload: string;
  slow: string;
  errorOffline: string;
  errorTimeout: string;
  errorBusy: string;
  errorSignIn: string;
  errorLater: string;
  errorFailed: string;
}

/** Every word that the kit shows. English and Spanish are built in; any of them can be replaced. */
export interface Labels extends ButtonLabels, ViewLabels, CardLabels, WidgetLabels {}

/** The options that choose the words. */
export interface LabelOptions {
  /** Own words, one by one, before those of the locale. */
  labels?: Partial<Labels>;
  /** BCP 47 tag; `es` and its regions are Spanish, anything else is English. Default `"en"`. */
  locale?: string;
}

const button: Record<"en" | "es", ButtonLabels> = {
  en: { connect: "Connect your health data", loading: "Opening Connect…", open: "Connect is open", retry: "Try again" },
  es: {
    connect: "Conecta tus datos de salud",
    loading: "Abriendo Connect…",
    open: "Connect está abierto",
    retry: "Reintentar",
  },
};

const view: Record<"en" | "es", ViewLabels> = {
  en: {
    connections: "Connected sources",
    noConnections: "Nothing connected yet",
    oneConnection: "1 source connected",
    manyConnections: "{count} sources connected",
  },
  es: {
    connections: "Fuentes conectadas",
    noConnections: "Todavía no hay nada conectado",
    oneConnection: "1 fuente conectada",
    manyConnections: "{count} fuentes conectadas",
  },
};

const card: Record<"en" | "es", CardLabels> = {
  en: {
    heading: "Your health data",
    privacy: "You choose what to share, and you can disconnect a source at any time.",
    connectAnother: "Connect another source",
    statusConnected: "Connected",
    statusAdded: "Just connected",
    statusDisconnected: "Disconnected",
    statusRequested: "Requested",
  },
  es: {
    heading: "Tus datos de salud",
    privacy: "Tú eliges qué compartir y puedes desconectar una fuente cuando quieras.",
    connectAnother: "Conectar otra fuente",
    statusConnected: "Conectada",
    statusAdded: "Recién conectada",
    statusDisconnected: "Desconectada",
    statusRequested: "Solicitada",
  },
};

/** Words on the button, in the language of the options. */
export function readButtonLabels(options: LabelOptions): ButtonLabels {
  return merge(button[languageOf(options)], options.labels);
}

/** Words of the connection list and the status line, in the language of the options. */
export function readViewLabels(options: LabelOptions): ViewLabels {
  return merge(view[languageOf(options)], options.labels);
}

/** Words of the card and of the state of each source, in the language of the options. */
export function readCardLabels(options: LabelOptions): CardLabels {
  return merge(card[languageOf(options)], options.labels);
}

/** What a person reads when not even the rest of the kit could be fetched, and with it the words for it. */
export function readFallback(options: LabelOptions): string {
  return (
    options.labels?.errorFailed ??
    (languageOf(options) === "es"
      ? "No se pudo abrir Connect. Comprueba tu conexión e inténtalo de nuevo."
      : "Connect could not be opened. Check your connection and try again.")
  );
}

/** The built-in language that fits the locale. */
export function languageOf({ locale }: LabelOptions): "en" | "es" {
  return readLocale(locale)?.language === "es" ? "es" : "en";
}

/**
 * A locale in any common spelling: BCP 47 (`es-MX`), with an underscore as Java, Rails and Django write it, or of POSIX
 * (`es_ES.UTF-8@euro`).
 *
 * @returns Nothing for what is no locale.
 */
export function readLocale(locale: string | undefined): Intl.Locale | undefined {
  try {
    return new Intl.Locale(String(locale).trim().split(/[.@]/)[0]!.replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}
