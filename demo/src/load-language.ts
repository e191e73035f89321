import type { Language } from "@human-connect/core";
import type { DemoLanguage } from "./settings.ts";

/** What the page loads only in that language; English and Spanish are in the kit. */
const loaders: Partial<Record<DemoLanguage, () => Promise<Language>>> = {
  fr: async () => (await import("@human-connect/core/languages/fr")).fr,
  de: async () => (await import("@human-connect/core/languages/de")).de,
  pt: async () => (await import("@human-connect/core/languages/pt")).pt,
  zh: async () => (await import("@human-connect/core/languages/zh")).zh,
  ja: async () => (await import("@human-connect/core/languages/ja")).ja,
  ko: async () => (await import("@human-connect/core/languages/ko")).ko,
  vi: async () => (await import("@human-connect/core/languages/vi")).vi,
  ar: async () => (await import("@human-connect/core/languages/ar")).ar,
};

/** The kit's words in a language. @throws {TypeError} When its file cannot be fetched. */
export async function loadLanguage(language: DemoLanguage): Promise<Pick<Language, "locale"> & Partial<Language>> {
  return (await loaders[language]?.()) ?? { locale: language };
}
