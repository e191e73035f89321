/**
 * Does to a page what Chromium's translation does: each text node that says something gives way to two `<font>` elements with the
 * translated text, in the document and not in shadow trees. Serialisable: a page of another process can be given it as text.
 */
export function translatePage(): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest("script, style")) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
