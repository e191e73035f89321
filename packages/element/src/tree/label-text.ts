import { readAttribute } from "../dom/native.js";

/** What CMS tools put between and around words: line breaks, and paragraphs without text. */
const spacers = "br,wbr,p,div,font,b,strong,em,span:not([class],[style]),i:not([class],[style])";

/** Elements that are never visible. */
const unseen = "[hidden],template,script,style,link,meta,title,datalist";

/** The slotted label of a host: its text, `null` if it is more than text, empty without a label. */
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

/** Collapses white space, as rendering does. */
export function joinSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether an element shows neither text nor a picture. */
function isSpacer(element: Element): boolean {
  const { matches, querySelector } = Element.prototype;
  return (
    matches.call(element, spacers) && !querySelector.call(element, `:not(${spacers})`) && !joinSpaces(readText(element))
  );
}

// Not the element's own property: in a form, an element with that name may shadow it.
function readText(node: Node): string {
  return Object.getOwnPropertyDescriptor(Node.prototype, "textContent")!.get!.call(node) as string;
}
