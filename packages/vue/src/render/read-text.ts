import { Comment, Fragment, isVNode, Text, type VNodeChild } from "vue";

/** The text of rendered slot content; `""` if it is empty, undefined if it contains more than text. */
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
