import type { LabelOptions } from "./labels.js";

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
  // An exception for each button of a page would take longer than to render it.
  if (locale === undefined) return undefined;
  try {
    return new Intl.Locale(String(locale).trim().split(/[.@]/)[0]!.replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}
