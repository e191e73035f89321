import { describeButton } from "./button-tree.js";
import { elementStyles } from "./element-styles.js";
import { joinSpaces } from "./label-text.js";
import { readLabels, readOptions } from "./read-options.js";
import { escapeHtml, renderHtml } from "./render-tree.js";

/**
 * `<human-connect-button>` as a server writes it: with a declarative shadow root, so that the button is drawn before any
 * script has run. The element takes it over. For pages without a framework that renders custom elements.
 *
 * @param attributes Attributes of the element; `true` is one without a value, `false` and `undefined` are left out.
 * @param label What the button says. Default: the label of the locale.
 * @returns HTML. The `nonce` among the attributes counts for the styles too.
 * @throws {TypeError} For a name that is no attribute name.
 * @example renderButtonHtml({ "token-url": "/api/human-connect/token" }, "Share my records")
 */
export function renderButtonHtml(
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>>,
  label = "",
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => ({ name: checkName(name), value: value === true ? "" : String(value) }));
  const byName = new Map(given.map(({ name, value }) => [name, value]));
  const tree = describeButton({
    state: { status: "idle", currentConnections: [] },
    words: { locale: readOptions((name) => byName.get(name)).locale, labels: readLabels(given) },
    isDisabled: byName.has("disabled"),
    label: joinSpaces(label),
  });
  const written = given.map(({ name, value }) => ` ${name}${value && `="${escapeHtml(value)}"`}`).join("");
  const nonce = byName.get("nonce");
  const style = `<style${nonce ? ` nonce="${escapeHtml(nonce)}"` : ""}>${elementStyles("inline-block")}</style>`;
  const root = `<template shadowrootmode="open" shadowrootdelegatesfocus>${style}${renderHtml(tree)}</template>`;
  return `<human-connect-button${written}>${root}${escapeHtml(label)}</human-connect-button>`;
}

function checkName(name: string): string {
  if (!/^[a-z][a-z0-9_.:-]*$/i.test(name)) throw new TypeError(`${JSON.stringify(name)} is no attribute name`);
  return name.toLowerCase();
}
