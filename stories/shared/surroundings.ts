export type Theme = "light" | "dark";

type Globals = Readonly<Record<string, unknown>>;

/** The language that the toolbar or the story has chosen. */
export const readLocale = (globals: Globals): "en" | "es" => (globals["locale"] === "es" ? "es" : "en");

/** Gives the page the theme, the direction and the language that the toolbar or the story has chosen; the latter two can be given to a part of it. */
export function applySurroundings(globals: Globals, part: HTMLElement = document.documentElement): void {
  document.documentElement.dataset["theme"] = globals["theme"] === "dark" ? "dark" : "light";
  part.dir = globals["direction"] === "rtl" ? "rtl" : "ltr";
  part.lang = readLocale(globals);
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
  locale: {
    toolbar: {
      title: "Language",
      icon: "globe",
      dynamicTitle: true,
      items: [item("en", "English"), item("es", "Español")],
    },
  },
};

function item(value: string, title: string): { value: string; title: string } {
  return { value, title };
}
