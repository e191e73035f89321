import { readDocument } from "../page/read-document.js";

/**
 * Prevents the page behind the stage from scrolling, without a layout shift. Not by the page's inline style: a dialog of the host that
 * sets and restores it while the stage is open would undo the lock, or make it permanent.
 *
 * @returns Removes the lock.
 */
export function lockScroll(): () => void {
  const sheet = new CSSStyleSheet();
  // A classic scrollbar takes up width; reserve it when the scrollbar disappears, or the whole page shifts.
  const gutter = innerWidth > readDocument("documentElement").clientWidth ? "scrollbar-gutter:stable!important" : "";
  // A higher specificity than any rule of a host.
  sheet.replaceSync(`:root:not(#\\#):not(#\\#){overflow:hidden!important;${gutter}}`);
  adopt([...readDocument("adoptedStyleSheets"), sheet]);
  return () => adopt([...readDocument("adoptedStyleSheets")].filter((one) => one !== sheet));
}

/** Not by the document's property, which an element of the page may shadow. */
function adopt(sheets: CSSStyleSheet[]): void {
  Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets")!.set!.call(document, sheets);
}
