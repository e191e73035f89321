import { readAttribute } from "../dom/native.js";

/** What CMS tools put between words and around them: line breaks, and paragraphs without a word. */
const spacers = "br,wbr,p,div,font,b,strong,em,span:not([class],[style]),i:not([class],[style])";

/** What nobody ever sees. */
const unseen = "[hidden],template,script,style,link,meta,title,datalist";

/** What is slotted as the label of a host: its text, `null` when it is more than text, empty when there is nothing. */
export function readLabelText(host: Element): string | null {
  let text = "";
  for (const node of host.childNodes) {
    if (node instanceof Element) {
      if (readAttribute(node, "slot") !== null || Element.prototype.matches.call(node, unseen)) continue;
      if (!isSpacer(node)) return null;
      text += " ";
    } else if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
  }
  return joinSpaces(text);
}

/** A text as it is drawn: one space where there are several. */
export function joinSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether an element shows nothing: no word, and no picture. */
function isSpacer(element: Element): boolean {
  const { matches, querySelector } = Element.prototype;
  return (
    matches.call(element, spacers) && !querySelector.call(element, `:not(${spacers})`) && !joinSpaces(readText(element))
  );
}

// Not by a property of the element: in a form, it may be another element.
function readText(node: Node): string {
  return Object.getOwnPropertyDescriptor(Node.prototype, "textContent")!.get!.call(node) as string;
}
