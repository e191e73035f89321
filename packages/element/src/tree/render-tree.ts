import { createElement, createText } from "../dom/native.js";

/** `undefined` is an absent attribute. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * A text, or an element with its attributes and children: one description for browser and server. With `null` as children the element
 * is empty at first, and later content stays untouched. A node of the page, which exists only in a browser, is placed as it is.
 */
export type TreeNode =
  | string
  | Node
  | readonly [tag: string, attributes: Attributes, ...children: TreeNode[]]
  | readonly [tag: string, attributes: Attributes, children: null];

/** Nodes of the page, which are never updated. */
const foreign = /* @__PURE__ */ new WeakSet<Node>();

/** Renders the children of a node. Existing nodes are kept by position and updated. */
export function renderTree(parent: Node, children: readonly TreeNode[]): void {
  children.forEach((child, index) => {
    const there = parent.childNodes[index];
    if (isNode(child)) {
      foreign.add(child);
      if (there !== child) parent.insertBefore(child, there ?? null);
      return;
    }
    const name = typeof child === "string" ? "#text" : child[0];
    if (there?.nodeName.toLowerCase() === name && !foreign.has(there)) {
      update(there, child);
      return;
    }
    const made = typeof child === "string" ? createText() : createElement(name);
    update(made, child);
    if (there) parent.replaceChild(made, there);
    else parent.appendChild(made);
  });
  while (parent.childNodes.length > children.length) parent.lastChild!.remove();
}

/** Renders the same as HTML. */
export function renderHtml(children: readonly TreeNode[]): string {
  return children
    .map((child) => (typeof child === "string" ? escapeHtml(child) : isNode(child) ? "" : elementHtml(child)))
    .join("");
}

/** Escapes text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function isNode(child: TreeNode): child is Node {
  return typeof child !== "string" && "nodeType" in child;
}

function update(node: Node, child: Exclude<TreeNode, Node>): void {
  if (typeof child === "string") {
    if (node.nodeValue !== child) node.nodeValue = child;
    return;
  }
  const [, attributes, ...children] = child;
  for (const [name, value] of Object.entries(attributes)) setAttribute(node as Element, name, value);
  if (isDescribed(children)) renderTree(node, children);
}

function isDescribed(children: readonly (TreeNode | null)[]): children is readonly TreeNode[] {
  return children[0] !== null;
}

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function elementHtml([tag, attributes, ...children]: Exclude<TreeNode, string | Node>): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? "" : ` ${name}${value && `="${escapeHtml(value)}"`}`,
  );
  return `<${tag}${written.join("")}>${isDescribed(children) ? renderHtml(children) : ""}</${tag}>`;
}
