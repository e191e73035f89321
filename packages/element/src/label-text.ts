/** What is slotted as the label of a host: its text, `null` when it is more than text, empty when there is nothing. */
export function readLabelText(host: Element): string | null {
  let text = "";
  for (const node of host.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && !(node as Element).hasAttribute("slot")) return null;
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
  }
  return joinSpaces(text);
}

/** A text as it is drawn: one space where there are several. */
export function joinSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
