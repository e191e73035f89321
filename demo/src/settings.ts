/** Every language of the kit, by what its speakers call it. */
export const languages = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  pt: "Português",
  zh: "中文",
  ja: "日本語",
  ko: "한국어",
  vi: "Tiếng Việt",
  ar: "العربية",
} as const;

export type DemoLanguage = keyof typeof languages;

/** How the demo is shown. All of it is in the page's address, so that a reload or a link keeps it. */
export interface Settings {
  /** What the patient app is made with. */
  readonly face: "react" | "vue" | "element";
  readonly client: "cdn" | "npm" | "direct";
  readonly language: DemoLanguage;
  readonly theme: "system" | "light" | "dark";
  /** By default that of the language. */
  readonly direction: "auto" | "ltr" | "rtl";
  /** Where Connect is shown: over the page, or in it. */
  readonly place: "over" | "page";
  /** Whether the app itself ends the session after a few seconds, as one does that signs people out. */
  readonly ending: "person" | "app";
  /** Name of a scenario of the sandbox, or `""`. */
  readonly scenario: string;
}

/** Reads the settings from an address; whatever makes no sense becomes the default. */
export function readSettings(query: URLSearchParams): Settings {
  return {
    face: oneOf(["react", "vue", "element"], query.get("face")),
    client: oneOf(["cdn", "npm", "direct"], query.get("client")),
    language: oneOf(["en", ...(Object.keys(languages) as DemoLanguage[])], query.get("language")),
    theme: oneOf(["system", "light", "dark"], query.get("theme")),
    direction: oneOf(["auto", "ltr", "rtl"], query.get("direction")),
    place: oneOf(["over", "page"], query.get("place")),
    ending: oneOf(["person", "app"], query.get("ending")),
    scenario: query.get("scenario") ?? "",
  };
}

/** The direction of the page. */
export function readDirection({ direction, language }: Pick<Settings, "direction" | "language">): "ltr" | "rtl" {
  if (direction !== "auto") return direction;
  return language === "ar" ? "rtl" : "ltr";
}

/** The settings as a query, without what is the default. */
export function writeSettings(settings: Settings): string {
  const defaults = readSettings(new URLSearchParams());
  const changed = Object.entries(settings).filter(([name, value]) => value !== defaults[name as keyof Settings]);
  return `?${new URLSearchParams(changed)}`;
}

function oneOf<T extends string>([first, ...others]: readonly [T, ...T[]], value: string | null): T {
  return others.find((other) => other === value) ?? first;
}
