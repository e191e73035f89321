import { Fragment, h, isVNode, Text, type VNodeArrayChildren, type VNodeChild } from "vue";
import { readText } from "./read-text.js";

/**
 * Puts each text among several nodes into an element of its own. A browser that translates the page replaces text nodes, and Vue
 * then can neither change them nor take them away; an element stays what it was, whatever is in it.
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

/** The same for what fills an element of the kit, whose one text Vue sets as a whole. */
export function wrapContent(content: VNodeChild): VNodeChild {
  return content === undefined ? undefined : (readText(content) ?? wrapText(content));
}
