import { Comment, Fragment, isVNode, Text, type VNodeChild } from "vue";

/** The text of what a slot has rendered, `""` when that is nothing; undefined when there is more than text in it. */
export function readText(content: VNodeChild): string | undefined {
  if (Array.isArray(content)) {
    const texts = content.map(readText);
    return texts.includes(undefined) ? undefined : texts.join("");
  }
  if (!isVNode(content)) return typeof content === "string" || typeof content === "number" ? String(content) : "";
  const { type, children } = content;
  if (type === Comment) return "";
  return type === Text || type === Fragment ? readText(children as VNodeChild) : undefined;
}
