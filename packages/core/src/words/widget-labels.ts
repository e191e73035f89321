import { languageOf } from "./locale.js";
import { readButtonLabels } from "./button-labels.js";
import type { ButtonLabels, LabelOptions, WidgetLabels } from "./labels.js";
import { mergeDefined } from "../base/merge-defined.js";

const english: WidgetLabels = {
  title: "Connect your health data",
  cancel: "Cancel",
  close: "Close Connect",
  reload: "Nothing here? Load again",
  slow: "This is taking longer than usual…",
  doubt: "Connect does not seem to load.",
  errorOffline: "You are offline. Check your internet connection and try again.",
  errorTimeout: "Connect is taking too long to open. Try again in a moment.",
  errorBusy: "Connect is already open on this page. Finish there or close it first.",
  errorSignIn: "You are signed out. Sign in again, then try once more.",
  errorLater: "Connect cannot be opened right now. Try again in a minute.",
  errorFailed: "Connect could not be opened. Try again.",
  errorEnded: "Connect closed unexpectedly. What you connected is kept. Try again to go on.",
};

/** Every word that a session shows. */
export type SessionLabels = ButtonLabels & WidgetLabels;

/** Loads the words of a session, in the language of the options. Spanish is only fetched if the locale is Spanish. */
export async function loadWidgetLabels(options: LabelOptions): Promise<SessionLabels> {
  const isSpanish = languageOf(options) === "es";
  return join(isSpanish ? (await import("./widget-labels-es.js")).spanish : english, options);
}

/** The words that need no import. */
export function englishWidgetLabels(options: LabelOptions): SessionLabels {
  return join(english, options);
}

function join(words: WidgetLabels, options: LabelOptions): SessionLabels {
  return { ...readButtonLabels(options), ...mergeDefined(words, options.labels) };
}
