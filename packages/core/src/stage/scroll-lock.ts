import { readDocument } from "../page/read-document.js";

/**
 * Keeps the page behind the stage from scrolling, without moving it. Not in the page's own style: what a dialog of the host writes
 * there, and puts back while the stage is open, would undo it, or keep the page locked for good.
 *
 * @returns Ends it.
 */
export function lockScroll(): () => void {
  const sheet = new CSSStyleSheet();
  // A classic scrollbar takes room; keep the room when the bar goes, or the whole page jumps.
  const gutter = innerWidth > readDocument("documentElement").clientWidth ? "scrollbar-gutter:stable!important" : "";
  // Weighs more than any rule of a host.
  sheet.replaceSync(`:root:not(#\\#):not(#\\#){overflow:hidden!important;${gutter}}`);
  adopt([...readDocument("adoptedStyleSheets"), sheet]);
  return () => adopt([...readDocument("adoptedStyleSheets")].filter((one) => one !== sheet));
}

/** Not by the document's property, before which an element of the page may stand. */
function adopt(sheets: CSSStyleSheet[]): void {
  Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets")!.set!.call(document, sheets);
}
