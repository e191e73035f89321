const told = /* @__PURE__ */ new WeakSet<Element>();

/** Elements that are never part of a label: they are inside the host because its end tag is missing. */
export const partsOfPages =
  "main,section,article,nav,aside,header,footer,h1,h2,h3,h4,h5,h6,form,table,ul,ol,dl,script,hr,human-connect-button,human-connect-card,human-connect-list,human-connect-status";

/** Those that are never part of a card either. */
export const partsOfSites = "main,script,human-connect-button,human-connect-card";

/**
 * Warns the developer that an element has swallowed what follows it. HTML has no self-closing custom elements: after
 * `<human-connect-button />` the rest of the page is its content. Unlike other warnings this one also appears in production, because
 * the author of a CMS page has no development build.
 *
 * @param strangers Selects elements that are never content of the host.
 */
export function warnSwallowed(host: Element, strangers: string): void {
  if (told.has(host)) return;
  const { matches } = Element.prototype;
  const found = [...host.children].find((child) => matches.call(child, `:not([slot]):is(${strangers})`));
  if (!found) return;
  told.add(host);
  const name = host.localName;
  console.warn(
    `[human-connect] <${name}> contains a <${found.localName}>, which is not its content. HTML has no self-closing custom elements: ` +
      `write <${name} …></${name}>.`,
  );
}
