// The content that a page gives a component.
import { Children, Fragment, isValidElement, type PropsWithChildren, type ReactNode } from "react";

/** Whether nothing of the content can be seen or read: `{isNew && "Share"}`, or an empty text of a CMS. */
export function isBlank(content: ReactNode): boolean {
  return Children.toArray(content).every((node) => typeof node === "string" && !node.trim());
}

/**
 * Wraps each text among several nodes in an element. Browser translation replaces text nodes, and React then cannot remove them;
 * elements keep their identity.
 */
export function wrapText(content: ReactNode): ReactNode {
  return Children.map(content, (node) => {
    if (typeof node === "string" || typeof node === "number") return String(node).trim() ? <span>{node}</span> : node;
    if (isValidElement<PropsWithChildren>(node) && node.type === Fragment) return <>{wrapText(node.props.children)}</>;
    return node;
  });
}
