import { readAttribute } from "../dom/native.js";
import { partsOfPages } from "../dom/warn-swallowed.js";

/** What CMS tools put between and around words: line breaks, and paragraphs without text. */
const spacers = "br,wbr,p,div,font,b,strong,em,span:not([class],[style]),i:not([class],[style])";

/** Elements that are never visible. */
const unseen = "[hidden],template,script,style,link,meta,title,datalist";

/** Elements that a button must not contain: blocks, and what can be operated itself. */
const blocks = `${partsOfPages},p,div,a,button,input,select,textarea,label,details,fieldset,figure,iframe,pre,blockquote`;

/** The slotted label of a host: its text, `null` if it is more than text, empty without a label. */
export function readLabelText(host: Element): string | null {
  let text = "";
  for (const node of host.childNodes) {
    if (node instanceof Element) {
      if (!isIn(node, "")) continue;
      if (!isSpacer(node)) return null;
      text += " ";
    } else if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
  }
  return joinSpaces(text);
}

/** Whether the page fills a named slot of a host with something visible. */
export function isFilled(host: Element, slot: string): boolean {
  return [...host.children].some((child) => isIn(child, slot) && !isSpacer(child));
}

/** Whether the content of a host that has no slot name is more than the words of a button. */
export function hasBlocks(host: Element): boolean {
  const { matches, querySelector } = Element.prototype;
  const isBlock = (child: Element): boolean =>
    matches.call(child, blocks) || querySelector.call(child, blocks) !== null;
  return [...host.children].some((child) => isIn(child, "") && !isSpacer(child) && isBlock(child));
}

/** Collapses white space, as rendering does. */
export function joinSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a child of a host is visible in a slot; the name of the default slot is empty. */
function isIn(child: Element, slot: string): boolean {
  return (readAttribute(child, "slot") ?? "") === slot && !Element.prototype.matches.call(child, unseen);
}

/** Whether an element shows neither text nor a picture. No form is among the spacers, whose fields would shadow its properties. */
function isSpacer(element: Element): boolean {
  const { matches, querySelector } = Element.prototype;
  return (
    matches.call(element, spacers) &&
    !querySelector.call(element, `:not(${spacers})`) &&
    !joinSpaces(element.textContent)
  );
}
