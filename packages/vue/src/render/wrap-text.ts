import { Fragment, h, isVNode, Text, type VNodeArrayChildren, type VNodeChild } from "vue";
import { readText } from "./read-text.js";

/**
 * Wraps each text among several nodes in an element. Browser translation replaces text nodes, and Vue then can neither update nor
 * remove them; elements keep their identity.
 */
export function wrapText(content: VNodeChild): VNodeChild {
  if (Array.isArray(content)) return content.map(wrapText) as VNodeArrayChildren;
  if (typeof content === "string" || typeof content === "number")
    return String(content).trim() ? h("span", content) : content;
  if (!isVNode(content)) return content;
  const { type, children, key } = content;
  if (type === Text) return wrapText(children as string);
  return type === Fragment && Array.isArray(children)
    ? h(Fragment, { key: key as string }, wrapText(children) as VNodeArrayChildren)
    : content;
}

/** The same for the content of an element of the kit; content that is only text stays one string, which Vue sets as a whole. */
export function wrapContent(content: VNodeChild): VNodeChild {
  return content === undefined ? undefined : (readText(content) ?? wrapText(content));
}
