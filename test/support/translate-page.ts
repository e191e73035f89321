export type Translator = "chromium" | "firefox";

/** Browsers that translate pages, each in its own way. */
export const translators: readonly Translator[] = ["chromium", "firefox"];

/**
 * Does to a page what a browser's translation does, in the document and not in shadow trees. Chromium puts two `<font>` elements in
 * the place of each text. Firefox translates a block as a whole: its elements are put in again, perhaps in another order, between new
 * texts. Serialisable: a page of another process can be given it as text.
 */
export function translatePage(translator: Translator): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const told = texts.filter(({ data, parentElement }) => data.trim() && !parentElement?.closest("script, style"));
  if (translator === "firefox") {
    for (const block of new Set(told.map(({ parentElement }) => parentElement!))) {
      const parts = [...block.childNodes].map((node) => (node instanceof Text ? new Text(`«${node.data}»`) : node));
      block.replaceChildren(...parts.reverse());
    }
    return;
  }
  for (const text of told) {
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
