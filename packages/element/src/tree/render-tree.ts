import { createElement, createText } from "../dom/native.js";

/** `undefined` is an absent attribute. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * A text, or an element with its attributes and children: one description for browser and server. With `null` as children the element
 * is empty at first, and later content stays untouched.
 */
export type TreeNode =
  | string
  | readonly [tag: string, attributes: Attributes, ...children: TreeNode[]]
  | readonly [tag: string, attributes: Attributes, children: null];

/** Renders the children of a node. Existing nodes are kept by position and updated. */
export function renderTree(parent: Node, children: readonly TreeNode[]): void {
  children.forEach((child, index) => {
    const there = parent.childNodes[index];
    const name = typeof child === "string" ? "#text" : child[0];
    if (there?.nodeName.toLowerCase() === name) {
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
  return children.map((child) => (typeof child === "string" ? escapeHtml(child) : elementHtml(child))).join("");
}

/** Escapes text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function update(node: Node, child: TreeNode): void {
  if (typeof child === "string") {
    if (node.nodeValue !== child) node.nodeValue = child;
    return;
  }
  const [, attributes, ...children] = child;
  setAttributes(node as Element, attributes);
  if (isDescribed(children)) renderTree(node, children);
}

function isDescribed(children: readonly (TreeNode | null)[]): children is readonly TreeNode[] {
  return children[0] !== null;
}

/** Sets the attributes that have another value. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function elementHtml([tag, attributes, ...children]: Exclude<TreeNode, string>): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? "" : ` ${name}${value && `="${escapeHtml(value)}"`}`,
  );
  return `<${tag}${written.join("")}>${isDescribed(children) ? renderHtml(children) : ""}</${tag}>`;
}
