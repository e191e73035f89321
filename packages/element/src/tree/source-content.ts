import type { LabelOptions } from "@human-connect/core";
import { describeSource, type ListedSource } from "@human-connect/core/face";
import { readAttribute } from "../dom/native.js";
import type { TreeNode } from "./render-tree.js";

/** Returns the content of a source: a node, or a text. */
export type RenderSource = (source: ListedSource) => Node | string;

/** Returns what the page shows of a source; undefined where it leaves that to the kit. */
export type SourceContent = (source: ListedSource) => readonly TreeNode[] | undefined;

/**
 * What a template may contain. Its author may be an attacker, whose scripts and handlers would run once they were cloned into the page,
 * even under a policy with `'strict-dynamic'`: so nothing is cloned, and elements are created anew from these names.
 */
const elements = ["b", "bdi", "br", "div", "em", "i", "p", "small", "span", "strong"];
const attributes = ["part", "title", "lang", "dir", "aria-label", "aria-hidden"];

/** Marks an element of a template that contains a text of the source. */
const marker = "data-text";

const told = /* @__PURE__ */ new WeakSet<Element>();

/** Reads what the page shows of each source: from its function, or else from the `<template slot="source">` in the host. */
export function readSourceContent(
  host: Element,
  render: RenderSource | null | undefined,
  words: LabelOptions,
): SourceContent | undefined {
  if (render) return (source) => call(render, source);
  const template = findTemplate(host);
  return template && ((source) => fill(template, source, words));
}

function call(render: RenderSource, source: ListedSource): readonly TreeNode[] | undefined {
  try {
    const content: unknown = render(source);
    if (typeof content === "string") return [content];
    const { nodeType, childNodes } = (content ?? {}) as Partial<Node>;
    if (nodeType === Node.DOCUMENT_FRAGMENT_NODE) return [...childNodes!];
    if (nodeType) return [content as Node];
    throw new TypeError("renderSource must return a node or a text.");
  } catch (error) {
    (globalThis.reportError ?? console.error)(error);
    return undefined;
  }
}

/** The template among a host's children, or in the paragraph that a CMS has put around it. */
function findTemplate(host: Element): HTMLTemplateElement | undefined {
  const places = [...host.children].flatMap((child) => (child.localName === "p" ? [...child.children] : [child]));
  return places.find(
    (child): child is HTMLTemplateElement =>
      child.localName === "template" && readAttribute(child, "slot") === "source",
  );
}

function fill(template: HTMLTemplateElement, source: ListedSource, words: LabelOptions): TreeNode[] | undefined {
  const texts = new Map([
    ["name", source.name],
    ["status", describeSource(source, words)],
  ]);
  const copyAll = (parent: Node): TreeNode[] => [...parent.childNodes].flatMap(copy);
  const copy = (node: Node): TreeNode[] => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? [node.nodeValue!] : [];
    const field = readAttribute(node, marker);
    if (!elements.includes(node.localName) || (field !== null && !texts.has(field))) return warn(template);
    const kept = attributes.map((name) => [name, readAttribute(node, name) ?? undefined]);
    const content = field === null ? copyAll(node) : [texts.get(field)!];
    return [[node.localName, Object.fromEntries(kept), ...content]];
  };
  const content = copyAll(template.content);
  // Two empty texts first: elements are kept by position, and the kit's own must not keep attributes of these.
  if (content.some((node) => typeof node !== "string" || node.trim())) return ["", "", ...content];
  warn(template);
  return undefined;
}

/** Warns the developer that a part of a template is left out; in production too, because a CMS page has no development build. */
function warn(template: Element): [] {
  if (!told.has(template))
    console.warn(
      `[human-connect] A <template slot="source"> may contain ${elements.join(", ")}, with ${marker}="name" or "status". ` +
        "For anything else set the property renderSource.",
    );
  told.add(template);
  return [];
}
