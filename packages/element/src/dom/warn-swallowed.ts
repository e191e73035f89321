const told = /* @__PURE__ */ new WeakSet<Element>();

/** What is never a label, and so has come into an element because its end tag is missing. */
const partsOfPages =
  "main,section,article,nav,aside,header,footer,h1,h2,h3,h4,h5,h6,form,table,ul,ol,dl,script,hr,human-connect-button,human-connect-card,human-connect-list,human-connect-status";

/**
 * Tells whoever looks into the console that an element has taken in what follows it. HTML knows no self-closing custom elements:
 * after `<human-connect-button />` the rest of the page is its content. Unlike other warnings this one is given in production too,
 * because who writes a CMS page has no development build.
 */
export function warnSwallowed(host: Element): void {
  if (told.has(host)) return;
  const { matches } = Element.prototype;
  const found = [...host.children].find((child) => matches.call(child, `:not([slot]):is(${partsOfPages})`));
  if (!found) return;
  told.add(host);
  const name = host.localName;
  console.warn(
    `[human-connect] <${name}> holds a <${found.localName}>, which is no label. HTML has no self-closing custom elements: ` +
      `write <${name} …></${name}>.`,
  );
}
