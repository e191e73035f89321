/** Removes a node, even if the page or a client has replaced `Element.prototype.remove` (docs/vendor.md#f19). */
export function removeNode(node: Node | null | undefined): void {
  const parent = node && (Reflect.get(Node.prototype, "parentNode", node) as Node | null);
  if (parent) Node.prototype.removeChild.call(parent, node);
}
