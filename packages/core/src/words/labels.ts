/** Words on the button. */
export interface ButtonLabels {
  connect: string;
  connectAnother: string;
  loading: string;
  open: string;
  retry: string;
}

/**
 * A text for each plural category that `Intl.PluralRules` has for the locale, such as `few` from 3 to 10 in Arabic. A category without a
 * text has that of `other`.
 */
export interface PluralForms {
  zero?: string | undefined;
  one?: string | undefined;
  two?: string | undefined;
  few?: string | undefined;
  many?: string | undefined;
  other: string;
}

/** Words of the connection list, the status line and what is announced. `{count}` and `{names}` are filled in. */
export interface ViewLabels {
  connections: string;
  noConnections: string;
  oneConnection: string;
  /** For two or more sources: a text, or a text for each plural form; as an attribute, JSON. `{count}` is filled in. */
  manyConnections: string | PluralForms;
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

/** Every word in one language, and its locale: options to spread, as `@human-connect/core/languages/fr` exports them. */
export interface Language {
  /** BCP 47 tag. To choose a region, write another tag after the spread. */
  readonly locale: string;
  readonly labels: Labels;
}

/** The options that choose the words. */
export interface LabelOptions {
  /** Your own words, which replace those of the locale one by one. */
  labels?: { [K in keyof Labels]?: Labels[K] | undefined } | undefined;
  /** BCP 47 tag; `es` and its regions are Spanish, anything else is English, unless `labels` has other words. Default `"en"`. */
  locale?: string | undefined;
}
