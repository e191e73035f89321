import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/words/locale.js";
import { readButtonLabels } from "../../src/words/button-labels.js";
import { readCardLabels } from "../../src/words/card-labels.js";
import { readViewLabels } from "../../src/words/view-labels.js";

describe("languageOf", () => {
  it.each<[locale: string | undefined, language: "en" | "es"]>([
    ["es", "es"],
    ["ES", "es"],
    ["es-MX", "es"],
    ["es-419", "es"],
    ["es-Latn-ES", "es"],
    ["es_MX", "es"],
    ["es_ES.UTF-8", "es"],
    ["es_ES@euro", "es"],
    ["ES_mx", "es"],
    [" es ", "es"],
    ["spa", "es"],
    ["pt_BR", "en"],
    ["C.UTF-8", "en"],
    ["POSIX", "en"],
    ["es/MX", "en"],
    ["undefined", "en"],
    ["en", "en"],
    ["en-US", "en"],
    ["est", "en"],
    ["et", "en"],
    ["ces", "en"],
    ["de-ES", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("speaks for %s the language %s", (locale, language) => {
    expect(languageOf({ locale })).toBe(language);
  });
});

describe.each([
  ["readButtonLabels", readButtonLabels, ["connect", "connectAnother", "loading", "open", "retry"]],
  [
    "readViewLabels",
    readViewLabels,
    ["connections", "noConnections", "oneConnection", "manyConnections", "sourcesConnected", "sourcesDisconnected"],
  ],
  [
    "readCardLabels",
    readCardLabels,
    ["heading", "privacy", "statusConnected", "statusAdded", "statusDisconnected", "statusRequested"],
  ],
] as const)("%s", (_name, read, names) => {
  const wordsOf = (options: Parameters<typeof read>[0]): Record<string, unknown> => ({ ...read(options) });

  it.each(["en", "es"])("has every word in %s", (locale) => {
    const words = wordsOf({ locale });

    expect(Object.keys(words)).toEqual(names);
    for (const word of Object.values(words)) expect(word).toMatch(/\p{L}{2}/u);
  });

  it("says nothing in Spanish as it does in English", () => {
    const english = wordsOf({ locale: "en" });
    const spanish = wordsOf({ locale: "es" });

    for (const name of names) expect(spanish[name]).not.toBe(english[name]);
  });

  it("replaces one word and keeps the others in the locale", () => {
    const [first] = names;

    expect(wordsOf({ locale: "es", labels: { [first]: "Own" } })).toEqual({
      ...wordsOf({ locale: "es" }),
      [first]: "Own",
    });
  });

  it("keeps the built-in word where an own one is undefined", () => {
    const [first] = names;

    expect(wordsOf({ labels: { [first]: undefined } })).toEqual(wordsOf({}));
  });

  it("gives a new object each time", () => {
    const words = wordsOf({});
    Object.assign(read({}), { [names[0]]: "Changed" });

    expect(wordsOf({})).toEqual(words);
  });
});

it.each(["en", "es"])("leaves the place for the count in %s", (locale) => {
  const words = readViewLabels({ locale });

  expect(words.manyConnections).toContain("{count}");
});
