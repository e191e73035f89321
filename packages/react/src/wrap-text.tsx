import { Children, Fragment, isValidElement, type PropsWithChildren, type ReactNode } from "react";

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
