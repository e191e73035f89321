import type { Language } from "@human-connect/core";

/** Every language of the core by its locale: a new file is found by itself. */
export const languages: ReadonlyMap<string, Language> = new Map(
  Object.values(
    import.meta.glob<Record<string, Language>>("../../packages/core/src/languages/*.ts", { eager: true }),
  ).flatMap((exported) => Object.values(exported).map((language) => [language.locale, language])),
);

/** The direction in which a language is written. */
export const directionOf = (locale: string): "ltr" | "rtl" =>
  /^(Arab|Hebr)$/.test(new Intl.Locale(locale).maximize().script ?? "") ? "rtl" : "ltr";
