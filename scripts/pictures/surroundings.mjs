import { readdirSync } from "node:fs";

/** Wide enough for Connect to be a window over the page. */
const desk = { width: 1280, height: 800 };

/**
 * What is around a story.
 *
 * @type {{ name: string, viewport?: { width: number, height: number }, globals?: string, media?: object, textSize?: number }[]}
 * `globals`: what the toolbar of the Storybook would be set to.
 */
const usual = [
  { name: "light" },
  { name: "dark", globals: "theme:dark" },
  { name: "forced colours", media: { forcedColors: "active" } },
  { name: "more contrast", media: { contrast: "more" } },
  { name: "320 px", viewport: { width: 320, height: 640 } },
  { name: "phone across", viewport: { width: 844, height: 390 } },
  { name: "200 % text", viewport: { width: 390, height: 844 }, textSize: 32 },
  { name: "right to left", globals: "direction:rtl" },
  { name: "German", viewport: { width: 320, height: 640 }, globals: "locale:de" },
  { name: "Spanish", viewport: { width: 390, height: 844 }, globals: "locale:es" },
  { name: "Arabic", viewport: { width: 390, height: 844 }, globals: "locale:ar" },
  { name: "Japanese", globals: "locale:ja;theme:dark" },
];

/** Every language of the kit, by its BCP 47 tag. */
export const listLanguages = () =>
  readdirSync(new URL("../../packages/core/src/languages/", import.meta.url)).map((file) => file.replace(".ts", ""));

const languages = listLanguages().map((locale) => ({
  name: locale,
  viewport: { width: 320, height: 640 },
  globals: `locale:${locale}`,
}));

/** @param {boolean} isLanguages Every language on a narrow phone, and nothing else. */
export const listSurroundings = (isLanguages) =>
  (isLanguages ? languages : usual).map((each) => ({
    viewport: desk,
    globals: "",
    media: {},
    textSize: 16,
    ...each,
  }));
