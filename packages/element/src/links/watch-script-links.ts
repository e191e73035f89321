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
    const { localName, src, dataset, nonce } = target as HTMLScriptElement;
    if (localName !== "script" || src !== address) return;
    // Another tag of this file changes nothing.
    address = "";
    let names = {};
    try {
      names = JSON.parse(dataset["names"] ?? "{}");
    } catch {
      console.error("[human-connect] data-names must be JSON");
    }
    watchLinks(
      { __proto__: null, button: dataset["tokenUrl"] && dataset, ...names } as unknown as LinkNames<object>,
      (element, settings) => {
        element.nonce = nonce;
        for (const [name, value] of Object.entries(settings))
          element.setAttribute(
            name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
            value,
          );
      },
      dataset["within"],
    );
  };
  addEventListener.call(document, "load", listen, true);
}
