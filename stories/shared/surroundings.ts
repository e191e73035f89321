import { directionOf, languages } from "./languages.ts";

export type Theme = "light" | "dark";

type Globals = Readonly<Record<string, unknown>>;

/** The language that the toolbar or the story has chosen. */
export const readLocale = ({ locale }: Globals): string => (languages.has(String(locale)) ? String(locale) : "en");

/**
 * Gives the page what the toolbar or the story has chosen: theme, direction, language, size of text. Direction and language can be given to a
 * part of it. A language from right to left has its own direction.
 *
 * @param canvas Is around the story; may have looks that the page has not.
 * @param part Default: the whole page.
 */
export function applySurroundings(globals: Globals, canvas: HTMLElement, part = document.documentElement): void {
  const { documentElement } = document;
  documentElement.dataset["theme"] = globals["theme"] === "dark" ? "dark" : "light";
  documentElement.style.fontSize = globals["text"] === "large" && part === documentElement ? "200%" : "";
  const isOwn = globals["wrapper"] === "own";
  canvas.classList.toggle("story-own-theme", isOwn);
  canvas.dir = isOwn ? "rtl" : "";
  const locale = readLocale(globals);
  if (!isOwn || part !== canvas) part.dir = globals["direction"] === "rtl" ? "rtl" : directionOf(locale);
  part.lang = locale;
}

/** What the toolbar offers. */
export const toolbar = {
  theme: {
    toolbar: {
      title: "Theme",
      icon: "contrast",
      dynamicTitle: true,
      items: [item("light", "Light"), item("dark", "Dark")],
    },
  },
  direction: {
    toolbar: {
      title: "Direction",
      icon: "transfer",
      dynamicTitle: true,
      items: [item("ltr", "Left to right"), item("rtl", "Right to left")],
    },
  },
  text: {
    toolbar: {
      title: "Text",
      icon: "grow",
      dynamicTitle: true,
      items: [item("normal", "Normal text"), item("large", "Large text")],
    },
  },
  wrapper: {
    toolbar: {
      title: "Wrapper",
      icon: "box",
      dynamicTitle: true,
      items: [item("none", "No wrapper"), item("own", "A theme of its own")],
    },
  },
  locale: {
    toolbar: {
      title: "Language",
      icon: "globe",
      dynamicTitle: true,
      items: [...languages.keys()].map((locale) => item(locale, nameOf(locale))),
    },
  },
};

/** What a language calls itself. */
function nameOf(locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
}

function item(value: string, title: string): { value: string; title: string } {
  return { value, title };
}
