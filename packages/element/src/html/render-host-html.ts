import type { ButtonView } from "../tree/button-tree.js";
import { elementStyles } from "../tree/element-styles.js";
import { joinSpaces } from "../tree/slotted-content.js";
import { translate } from "../attributes/page-languages.js";
import { readLabels, readOptions } from "../attributes/read-options.js";
import { escapeHtml, renderHtml, type TreeNode } from "../tree/render-tree.js";

/** Attributes by name; `true` writes an attribute without a value, `false` and `undefined` are left out. */
export type HtmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** How a server renders an element of the kit. */
export interface ServerElement {
  readonly tag: string;
  readonly display: Parameters<typeof elementStyles>[0];
  readonly delegatesFocus: boolean;
  /** Returns the shadow tree for a view and the attributes. */
  readonly describe: (view: ButtonView, attributes: ReadonlyMap<string, string>) => readonly TreeNode[];
}

/**
 * Renders an element with a declarative shadow root.
 *
 * @throws {TypeError} For an invalid attribute name.
 */
export function renderHostHtml(element: ServerElement, attributes: HtmlAttributes, label: string): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => ({ name: checkName(name), value: value === true ? "" : String(value) }));
  const byName = new Map(given.map(({ name, value }) => [name, value]));
  const { initialConnections = [], locale } = readOptions((name) => byName.get(name));
  const isOn = (name: string): boolean => byName.has(name) && byName.get(name) !== "false";
  const view: ButtonView = {
    state: { status: "idle", currentConnections: initialConnections },
    words: translate({ locale, labels: readLabels(given) }, () => byName.get("lang")),
    isDisabled: isOn("disabled"),
    label: joinSpaces(label),
    isInline: isOn("inline"),
    said: "",
    message: byName.get("message") === "hidden" ? "hidden" : "shown",
  };
  const { tag, display, delegatesFocus, describe } = element;
  const written = given.map(({ name, value }) => ` ${name}${value && `="${escapeHtml(value)}"`}`).join("");
  const nonce = byName.get("nonce");
  const style = `<style${nonce ? ` nonce="${escapeHtml(nonce)}"` : ""}>${elementStyles(display)}</style>`;
  const mode = `shadowrootmode="open"${delegatesFocus ? " shadowrootdelegatesfocus" : ""}`;
  const root = `<template ${mode}>${style}${renderHtml(describe(view, byName))}</template>`;
  return `<${tag}${written}>${root}${escapeHtml(label)}</${tag}>`;
}

function checkName(name: string): string {
  if (!/^[a-z][a-z0-9_.:-]*$/i.test(name))
    throw new TypeError(`${JSON.stringify(name)} is not a valid attribute name.`);
  return name.toLowerCase();
}
