import { describe, expect, it } from "vitest";
import type { Labels } from "../../src/words/labels.js";
import { describeState } from "../../src/words/describe-state.js";
import { isRightToLeft } from "../../src/words/is-right-to-left.js";
import { readButtonLabels } from "../../src/words/button-labels.js";
import { readCardLabels } from "../../src/words/card-labels.js";
import { readViewLabels } from "../../src/words/view-labels.js";
import { loadWidgetLabels } from "../../src/words/widget-labels.js";
import { languages, modules } from "./all-languages.js";

const { labels: english } = languages.get("en")!;

/** Numbers of sources that have every plural form which a whole number from 2 to a million has in any language. */
const counts = [...Array.from({ length: 1200 }, (_, index) => index + 2), 5000, 10_000, 100_000, 999_999];

const englishWords =
  /(?<!\p{L})(again|and|any|cancel|choose|close|connect|connected|disconnected|health|is|kept|nothing|of|open|opening|requested|sign|the|this|try|what|window|you|your)(?!\p{L})/iu;

/** The name of the widget. */
const connect = /Connect(?!\p{Script=Latin})/u;

type Entry = readonly [name: keyof Labels, text: string, category?: string];

/** Each text with its key, and each plural form with its category. */
function textsOf(labels: Labels): Entry[] {
  return (Object.keys(labels) as (keyof Labels)[]).flatMap((name): Entry[] => {
    const text = labels[name];
    if (typeof text === "string") return [[name, text]];
    return Object.entries(text).map(([category, form]: [string, string]) => [name, form, category]);
  });
}

it("are these at least", () => {
  expect([...languages.keys()]).toEqual(
    expect.arrayContaining(["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "vi", "zh"]),
  );
});

it.each(["en", "es"])("%s has the texts that are built in", async (locale) => {
  const options = { locale };

  expect(languages.get(locale)!.labels).toEqual({
    ...readButtonLabels(options),
    ...readViewLabels(options),
    ...readCardLabels(options),
    ...(await loadWidgetLabels(options)),
  });
});

describe.each([...languages.keys()])("%s", (file) => {
  const { locale, labels } = languages.get(file)!;
  const texts = textsOf(labels);

  it("is the only export of its file, under the name of the file, which is its locale", () => {
    expect(Object.keys(modules.get(file)!)).toEqual([file.replaceAll("-", "")]);
    expect(locale).toBe(file);
    expect(new Intl.Locale(locale).toString()).toBe(locale);
    expect(Intl.PluralRules.supportedLocalesOf(locale)).toEqual([locale]);
  });

  it("has every word and no other, in the order of the English ones", () => {
    expect(Object.keys(labels)).toEqual(Object.keys(english));
  });

  it("writes each word as a text, like the English one", () => {
    const isSentence = (text: string): boolean => /[.。]$/.test(text);
    const wrong = texts.filter(([name, text]) => {
      const original = textsOf(english).find(([key]) => key === name)![1];
      const isPlain = /[\p{L}\p{N}]/u.test(text) && text === text.trim() && !/\s{2}|\.{2}|'/.test(text);
      // The verb of a button is not the name.
      const isNamed = connect.test(text) === connect.test(original.replace("Connect your", ""));
      const isLike = isSentence(text) === isSentence(original) && text.endsWith("…") === original.endsWith("…");
      return !(isPlain && isLike && (isNamed || file === "en"));
    });

    expect(wrong).toEqual([]);
  });

  it("keeps the places for numbers and names", () => {
    const placesOf = (text: string): string => (text.match(/\{.*?\}|\{|\}/g) ?? []).join();
    const rules = new Intl.PluralRules(locale);
    const wrong = texts.filter(([name, text, category]) => {
      // A form for one number alone may be a word.
      const isWord = counts.filter((count) => rules.select(count) === category).length === 1;
      return placesOf(text) !== (isWord ? "" : placesOf(textsOf(english).find(([key]) => key === name)![1]));
    });

    expect(wrong).toEqual([]);
  });

  it("has a form for each plural category of the language", () => {
    const rules = new Intl.PluralRules(locale);
    const used = new Set(counts.map((count) => rules.select(count)));
    expect(rules.resolvedOptions().pluralCategories).toEqual(expect.arrayContaining([...used]));

    const { manyConnections } = labels;
    const forms = typeof manyConnections === "string" ? ["other"] : Object.keys(manyConnections);
    expect(forms.toSorted()).toEqual([...used].toSorted());
  });

  it("says how many sources there are, for any number of them", () => {
    for (const length of [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1200]) {
      const currentConnections = Array.from({ length }, (_, index) => ({ id: String(index), name: "A" }));
      const text = describeState({ status: "idle", currentConnections }, { locale, labels });

      expect(text).toMatch(/\p{L}{2}/u);
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      if (length > 2) expect(text).toContain(new Intl.NumberFormat(locale).format(length));
    }
  });

  it("leaves no English", () => {
    const isLatin = new Intl.Locale(locale).maximize().script === "Latn";
    const wrong = texts.filter(([name, text]) => {
      const rest = text.replace(connect, "").replace(/\{\w+\}/g, "");
      return text === english[name] || (isLatin ? englishWords : /\p{Script=Latin}/u).test(rest);
    });

    expect(wrong).toHaveLength(file === "en" ? texts.length : 0);
  });

  it("begins with a letter of its own direction", () => {
    // Where the page has another direction, the direction of a line is that of its first letter.
    const wrong = texts.filter(([, text]) => /\p{Script=Latin}/u.test(/\p{L}/u.exec(text)![0]));

    expect(isRightToLeft(locale) ? wrong : []).toEqual([]);
  });
});

it.each([
  [2, "تم ربط مصدرين"],
  [3, "تم ربط 3 مصادر"],
  [10, "تم ربط 10 مصادر"],
  [11, "تم ربط 11 مصدرًا"],
  [99, "تم ربط 99 مصدرًا"],
  [100, "تم ربط 100 مصدر"],
  [102, "تم ربط 102 مصدر"],
  [103, "تم ربط 103 مصادر"],
  [111, "تم ربط 111 مصدرًا"],
])("counts %i sources in Arabic", (length, text) => {
  const currentConnections = Array.from({ length }, (_, index) => ({ id: String(index), name: "A" }));

  expect(describeState({ status: "idle", currentConnections }, languages.get("ar")!)).toBe(text);
});
