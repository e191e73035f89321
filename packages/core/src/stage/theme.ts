import { readDocument } from "../page/read-document.js";
import { stageStyles } from "./styles.js";

/** What the stage's styles can be told from outside. */
const properties = /* @__PURE__ */ new Set([
  "color-scheme",
  ...(stageStyles.match(/--human-connect-[a-z-]+/g) as string[]),
]);

/**
 * Gives a stage the looks of what surrounds its opener: colour scheme, custom properties of the kit, direction and language. It lies
 * outside of them, beside the body. What the whole page has is left to inheritance, so that a page that turns dark while Connect is
 * open takes the stage along.
 *
 * @param opener Nothing for a stage that takes its looks from its own place.
 * @param language Of the stage's words, as a BCP 47 tag; without it they are in the language around the opener.
 */
export function adoptTheme(surface: HTMLElement, opener: Element | null, language: string | undefined): void {
  const around = opener ? getComputedStyle(opener) : undefined;
  const whole = getComputedStyle(readDocument("documentElement"));
  for (const name of properties) {
    const value = around?.getPropertyValue(name);
    if (value && value !== whole.getPropertyValue(name)) surface.style.setProperty(name, value);
  }
  if (around && around.direction !== whole.direction) surface.dir = around.direction;
  const lang = language ?? languageAround(opener);
  if (lang) surface.lang = lang;
}

/** The language of the nearest element below the page's own that has one, out of shadow trees too. */
function languageAround(opener: Element | null): string | null {
  for (const { closest, getAttribute } = Element.prototype; opener;) {
    const found = closest.call(opener, "[lang]");
    if (found) return found === readDocument("documentElement") ? null : getAttribute.call(found, "lang");
    const root = opener.getRootNode();
    opener = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
