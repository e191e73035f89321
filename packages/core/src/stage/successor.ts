import { readDocument } from "../page/read-document.js";

/**
 * Remembers the position of an element, in case a router or a DOM morph replaces it.
 *
 * @returns Finds the replacements, best first: an element with the same id, or with the same tag name at the same position, of the
 * element or of a shadow host that contains it; then the page's main content.
 */
export function rememberPlace(element: Element): () => Element[] {
  const chain = hostsOf(element);
  const ids = chain.map((one) => one.id).filter((id) => typeof id === "string" && id);
  const top = chain.at(-1)!;
  const parent = Reflect.get(Node.prototype, "parentNode", top) as ParentNode | null;
  const index = parent ? [...parent.children].indexOf(top) : -1;
  return () => {
    const there = parent?.isConnected ? [...parent.children][index] : undefined;
    const found: (Element | null | undefined)[] = ids.map((id) => readDocument("getElementById")(id));
    if (there?.localName === top.localName) found.push(there);
    found.push(readDocument("querySelector")("main, [role=main]"));
    return found.filter((one): one is Element => Boolean(one) && !chain.includes(one!));
  };
}

/** An element, and the hosts of the shadow trees that contain it, outermost last. */
function hostsOf(element: Element): Element[] {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? hostsOf(root.host) : [])];
}
