/** The trees that contain a node, innermost first: a shadow tree, that of its host, and so on up to the document. */
export function rootsOf(node: Node): Node[] {
  const root = node.getRootNode();
  // A simulated page may not implement shadow roots.
  return typeof ShadowRoot === "function" && root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
