import type { LabelOptions, Labels, Language } from "@human-connect/core";
import { mergeOptions, readLocale } from "@human-connect/core/face";

/** The global property with the languages that the page has loaded. A registered symbol is the same in every copy of the kit on the page. */
const key: unique symbol = Symbol.for("human-connect.languages") as never;

/** Labels by BCP 47 tag, in an object without a prototype, because an attribute may hold any tag. */
interface Page {
  [key]?: Record<string, Labels | undefined>;
}

/** The event of the window after a language was added: elements that are in the page already render again. */
export const languageEvent = "human-connect-language";

/** Adds a language to the page. A file of `dist/languages` calls it; the order of that file and the elements is free. */
export function addLanguage({ locale, labels }: Language): void {
  ((globalThis as Page)[key] ??= { __proto__: null } as never)[locale] = labels;
  // A server, which has no window, renders with the languages that it has imported.
  if (typeof window !== "undefined") window.dispatchEvent(new Event(languageEvent));
}

/**
 * Completes words by the language that the page has loaded for their locale or, without a locale, for the language of the content. Only
 * languages that were added count: nothing changes in a page without any.
 *
 * @param readLang Returns the language of the content, as its nearest attribute `lang` has it.
 */
export function translate(words: LabelOptions, readLang: () => string | null | undefined): LabelOptions {
  const languages = (globalThis as Page)[key];
  if (!languages) return words;
  const locale = words.locale ?? readLang() ?? undefined;
  // `fr-CA`, then `fr`.
  for (let tag = readLocale(locale)?.toString(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const labels = languages[tag];
    if (labels) return { locale, labels: mergeOptions(labels, words.labels) };
  }
  return words;
}

/** The same for an element of the page. */
export function translateIn(host: Element, words: LabelOptions): LabelOptions {
  return translate(words, () => {
    // Prototype methods: fields of a form may have the names of these.
    const { closest, getAttribute } = Element.prototype;
    const around = closest.call(host, "[lang]");
    return around && getAttribute.call(around, "lang");
  });
}
