import { readDocument } from "../page/read-document.js";
import { isRightToLeft } from "../words/is-right-to-left.js";
import { stageStyles } from "./styles.js";

/** The properties that a page can set to style the stage. */
const properties = /* @__PURE__ */ new Set([
  "color-scheme",
  ...(stageStyles.match(/--human-connect-[a-z-]+/g) as string[]),
]);

/**
 * Copies the styles around the opener to a stage: colour scheme, custom properties of the kit, direction and language. The stage is
 * outside the opener's ancestors, next to the body. Values of the whole page are left to inheritance, so that the stage follows a page
 * that turns dark while Connect is open. A language from right to left has its own direction wherever it is.
 *
 * @param opener Null for a stage that inherits the styles of its place.
 * @param language BCP 47 tag of the stage's labels; without it they are in the language of the opener's context.
 */
export function adoptTheme(surface: HTMLElement, opener: Element | null, language: string | undefined): void {
  const around = opener ? getComputedStyle(opener) : undefined;
  const whole = getComputedStyle(readDocument("documentElement"));
  for (const name of properties) {
    const value = around?.getPropertyValue(name);
    if (value && value !== whole.getPropertyValue(name)) surface.style.setProperty(name, value);
  }
  if (language && isRightToLeft(language)) surface.dir = "rtl";
  else if (around && around.direction !== whole.direction) surface.dir = around.direction;
  const lang = language ?? languageAround(opener);
  if (lang) surface.lang = lang;
}

/** The language of the nearest element with one, other than the page's root, across shadow trees. */
function languageAround(opener: Element | null): string | null {
  for (const { closest, getAttribute } = Element.prototype; opener;) {
    const found = closest.call(opener, "[lang]");
    if (found) return found === readDocument("documentElement") ? null : getAttribute.call(found, "lang");
    const root = opener.getRootNode();
    opener = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
