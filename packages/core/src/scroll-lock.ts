import { readDocument } from "./read-document.js";

/**
 * Keeps the page behind the stage from scrolling, without moving it.
 *
 * @returns Puts back exactly what was there.
 */
export function lockScroll(): () => void {
  const root = readDocument("documentElement");
  const { style } = root;
  const hadStyle = root.hasAttribute("style");
  const before = ["overflow-x", "overflow-y", "scrollbar-gutter"].map(
    (name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const,
  );
  // A classic scrollbar takes room; keep the room when the bar goes, or the whole page jumps.
  if (innerWidth > root.clientWidth) style.setProperty("scrollbar-gutter", "stable", "important");
  style.setProperty("overflow", "hidden", "important");
  return () => {
    for (const [name, value, priority] of before) style.setProperty(name, value, priority);
    if (!hadStyle && !root.getAttribute("style")) root.removeAttribute("style");
  };
}
