import type { LabelOptions } from "./labels.js";
import { languageOf } from "./locale.js";

/** The sentence for the user if the lazy part of the kit, which holds the other sentences, could not be fetched. */
export function readFallback(options: LabelOptions): string {
  return (
    options.labels?.errorFailed ??
    (languageOf(options) === "es"
      ? "No se pudo abrir Connect. Revisa tu conexión a internet e inténtalo de nuevo."
      : "Connect could not be opened. Check your internet connection and try again.")
  );
}
