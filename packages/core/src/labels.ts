import { merge } from "./merge.js";

/** Words on the button. */
export interface ButtonLabels {
  connect: string;
  loading: string;
  open: string;
  retry: string;
}

/** Words of the connection list and the status line. `{count}` and `{name}` are filled in. */
export interface ViewLabels {
  connections: string;
  noConnections: string;
  oneConnection: string;
  manyConnections: string;
  sourceConnected: string;
  sourceDisconnected: string;
}

/** Words of the stage, and what a person reads when something failed. */
export interface WidgetLabels {
  title: string;
  cancel: string;
  close: string;
  slow: string;
  errorOffline: string;
  errorTimeout: string;
  errorBusy: string;
  errorFailed: string;
}

/** Every word that the kit shows. English and Spanish are built in; any of them can be replaced. */
export interface Labels extends ButtonLabels, ViewLabels, WidgetLabels {}

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
    sourceConnected: "{name} connected",
    sourceDisconnected: "{name} disconnected",
  },
  es: {
    connections: "Fuentes conectadas",
    noConnections: "Todavía no hay nada conectado",
    oneConnection: "1 fuente conectada",
    manyConnections: "{count} fuentes conectadas",
    sourceConnected: "{name}: conectada",
    sourceDisconnected: "{name}: desconectada",
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

/** The built-in language that fits the locale. */
export function languageOf({ locale }: LabelOptions): "en" | "es" {
  return /^es\b/i.test(locale ?? "") ? "es" : "en";
}
