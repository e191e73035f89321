import { Children, Fragment, isValidElement, type PropsWithChildren, type ReactNode } from "react";

/**
 * Puts each text among several nodes into an element of its own. A browser that translates the page replaces text nodes, and React
 * then cannot take them away again; an element stays what it was, whatever is in it.
 */
export function wrapText(content: ReactNode): ReactNode {
  return Children.map(content, (node) => {
    if (typeof node === "string" || typeof node === "number") return String(node).trim() ? <span>{node}</span> : node;
    if (isValidElement<PropsWithChildren>(node) && node.type === Fragment) return <>{wrapText(node.props.children)}</>;
    return node;
  });
}
