import { mergeDefined } from "../base/merge-defined.js";

/** Words on the button. */
export interface ButtonLabels {
  connect: string;
  connectAnother: string;
  loading: string;
  open: string;
  retry: string;
}

/** Words of the connection list, the status line and what is announced. `{count}` and `{names}` are filled in. */
export interface ViewLabels {
  connections: string;
  noConnections: string;
  oneConnection: string;
  manyConnections: string;
  sourcesConnected: string;
  sourcesDisconnected: string;
}

/** Words of the card, and of the state of each source. */
export interface CardLabels {
  heading: string;
  privacy: string;
  statusConnected: string;
  statusAdded: string;
  statusDisconnected: string;
  statusRequested: string;
}

/** Words of the stage, and the sentences for the user when something failed. */
export interface WidgetLabels {
  title: string;
  cancel: string;
  close: string;
  reload: string;
  slow: string;
  doubt: string;
  errorOffline: string;
  errorTimeout: string;
  errorBusy: string;
  errorSignIn: string;
  errorLater: string;
  errorFailed: string;
  errorEnded: string;
}

/** Every word that the kit shows. English and Spanish are built in; any of them can be replaced. */
export interface Labels extends ButtonLabels, ViewLabels, CardLabels, WidgetLabels {}

/** The options that choose the words. */
export interface LabelOptions {
  /** Your own words, which replace those of the locale one by one. */
  labels?: Partial<Labels>;
  /** BCP 47 tag; `es` and its regions are Spanish, anything else is English. Default `"en"`. */
  locale?: string;
}

const button: Record<"en" | "es", ButtonLabels> = {
  en: {
    connect: "Connect your health data",
    connectAnother: "Add or remove sources",
    loading: "Opening Connect…",
    open: "Continue in the Connect window",
    retry: "Try again",
  },
  es: {
    connect: "Conectar tus datos de salud",
    connectAnother: "Añadir o quitar fuentes",
    loading: "Abriendo Connect…",
    open: "Continúa en la ventana de Connect",
    retry: "Intentar de nuevo",
  },
};

const view: Record<"en" | "es", ViewLabels> = {
  en: {
    connections: "Your sources",
    noConnections: "Nothing connected yet",
    oneConnection: "1 source connected",
    manyConnections: "{count} sources connected",
    sourcesConnected: "{names} connected",
    sourcesDisconnected: "{names} disconnected",
  },
  es: {
    connections: "Tus fuentes",
    noConnections: "Todavía no hay nada conectado",
    oneConnection: "1 fuente conectada",
    manyConnections: "{count} fuentes conectadas",
    sourcesConnected: "Conectado: {names}",
    sourcesDisconnected: "Desconectado: {names}",
  },
};

const card: Record<"en" | "es", CardLabels> = {
  en: {
    heading: "Your health data",
    privacy: "You choose what to share, and you can disconnect a source at any time.",
    statusConnected: "Connected",
    statusAdded: "Just connected",
    statusDisconnected: "Disconnected",
    statusRequested: "Requested",
  },
  es: {
    heading: "Tus datos de salud",
    privacy: "Tú eliges qué compartir y puedes desconectar una fuente cuando quieras.",
    statusConnected: "Conectada",
    statusAdded: "Recién conectada",
    statusDisconnected: "Desconectada",
    statusRequested: "Solicitada",
  },
};

/** Words on the button, in the language of the options. */
export function readButtonLabels(options: LabelOptions): ButtonLabels {
  return mergeDefined(button[languageOf(options)], options.labels);
}

/** Words of the connection list and the status line, in the language of the options. */
export function readViewLabels(options: LabelOptions): ViewLabels {
  return mergeDefined(view[languageOf(options)], options.labels);
}

/** Words of the card and of the state of each source, in the language of the options. */
export function readCardLabels(options: LabelOptions): CardLabels {
  return mergeDefined(card[languageOf(options)], options.labels);
}

/** The sentence for the user if the lazy part of the kit, which holds the other sentences, could not be fetched. */
export function readFallback(options: LabelOptions): string {
  return (
    options.labels?.errorFailed ??
    (languageOf(options) === "es"
      ? "No se pudo abrir Connect. Comprueba tu conexión a internet e inténtalo de nuevo."
      : "Connect could not be opened. Check your internet connection and try again.")
  );
}

/** The built-in language for the locale. */
export function languageOf({ locale }: LabelOptions): "en" | "es" {
  return readLocale(locale)?.language === "es" ? "es" : "en";
}

/** The language of all words together; undefined if the host's own words are in a language that it does not name. */
export function languageOfWords(options: LabelOptions): string | undefined {
  return options.labels ? readLocale(options.locale)?.toString() : languageOf(options);
}

/** The locale for numbers and lists: unchanged, also if the words are English or the host's. */
export function localeOf({ locale }: LabelOptions): string {
  return readLocale(locale)?.toString() ?? "en";
}

/**
 * Parses a locale in any common spelling: BCP 47 (`es-MX`), with an underscore as in Java, Rails and Django, or of POSIX
 * (`es_ES.UTF-8@euro`).
 *
 * @returns Undefined for an invalid locale.
 */
export function readLocale(locale: string | undefined): Intl.Locale | undefined {
  try {
    return new Intl.Locale(String(locale).trim().split(/[.@]/)[0]!.replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}
