import { readDocument } from "../page/read-document.js";

/**
 * Remembers where an element stands, for when a router or a morph has put another one into its place by then.
 *
 * @returns Finds what has taken its place, the best first: an element of the same id, or of the same name at the same position, of
 * the element or of what it is a part of; then the page's main content.
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

/** An element, and the hosts of the shadow trees that it is in, the outermost last. */
function hostsOf(element: Element): Element[] {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? hostsOf(root.host) : [])];
}
