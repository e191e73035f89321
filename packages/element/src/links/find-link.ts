/** What a marked link names. */
export type NamedLink = readonly [link: HTMLElement | undefined, name: string, block?: string | undefined];

/**
 * Finds the marked link that an event is for, also in an open shadow tree. Of the address only the fragment counts, because editors
 * rewrite the rest. A link in an editing surface is not found: there a click places the caret.
 *
 * @param within A selector of the part of the page whose links count.
 * @returns The link, the name of its settings, and the block that takes its place, if there is one.
 */
export function findLink(event: Event, within: string): NamedLink {
  const link = event.composedPath().find((place) => (place as Element).localName === "a") as
    | HTMLAnchorElement
    | undefined;
  const [, name, block] = /^#human-connect=([\w-]*?)(?:-?(card|list|status))?$/.exec(link?.hash ?? "") ?? [];
  // The target of an event is in the document: it is around the shadow tree of a link.
  const isIn = (selector: string): unknown => link!.closest(selector) ?? (event.target as Element).closest(selector);
  // Editable are also the elements of a document in design mode.
  return [(name || block) && !isIn(":read-write") && isIn(within) ? link : undefined, name || "button", block];
}
