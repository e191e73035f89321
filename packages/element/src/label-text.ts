import { readAttribute } from "./native.js";

/** What is slotted as the label of a host: its text, `null` when it is more than text, empty when there is nothing. */
export function readLabelText(host: Element): string | null {
  let text = "";
  for (const node of host.childNodes) {
    if (node instanceof Element && readAttribute(node, "slot") === null) return null;
    if (node instanceof Text) text += node.nodeValue;
  }
  return joinSpaces(text);
}

/** A text as it is drawn: one space where there are several. */
export function joinSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
