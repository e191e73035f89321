import { watchLinks, type LinkNames } from "./watch-links.js";

/**
 * Upgrades the links of a page that has loaded the single file. The `data-` attributes of the file's tag are the settings called `button`,
 * and `data-names` has further ones as JSON. They become attributes, so that the rules of attributes apply to them.
 *
 * A module has no `document.currentScript`, and a tag in the page may be injected markup that a content security policy did not let run.
 * Only a tag that has run has a load event: the browser sends it right after the module.
 *
 * @param address `import.meta.url` of the file, which is running.
 * @see docs/decisions/0014-what-attributes-may-do.md
 */
export function watchScriptLinks(address: string): void {
  const listen = ({ target }: Event): void => {
    const { text, src, dataset, nonce } = target as HTMLScriptElement;
    // Only a script has both. Another tag of this file changes nothing.
    if (text === undefined || src !== address) return;
    address = "";
    const names = { __proto__: null, button: dataset["tokenUrl"] && dataset };
    watchLinks(
      names as unknown as LinkNames<Record<string, string>>,
      (element, settings) => {
        element.nonce = nonce;
        // An attribute's name has no capitals.
        for (const name in settings) element.setAttribute(name.replace(/[A-Z]/g, "-$&"), settings[name]!);
      },
      dataset["within"],
    );
    // Last: with a syntax error, which the browser reports, the other links work.
    Object.assign(names, JSON.parse(dataset["names"] ?? "{}"));
  };
  addEventListener.call(document, "load", listen, true);
}
