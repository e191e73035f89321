import { HumanConnectError } from "../model/errors.js";
import { readDocument } from "./read-document.js";

declare const process: { readonly versions?: { readonly node?: string } } | undefined;

/**
 * Checks that this page can show a dialog, before anything is shown: a simulated page (jsdom, happy-dom, linkedom) cannot, nor can a
 * browser older than the kit's baseline.
 *
 * @throws {HumanConnectError} `no-dom`
 */
export function checkDocument(): void {
  const page = globalThis as Partial<
    Pick<typeof globalThis, "HTMLDialogElement" | "CSSStyleSheet" | "Document" | "Element">
  >;
  const needed: [name: string, member: string, prototype: object | undefined][] = [
    ["dialogs", "showModal", page.HTMLDialogElement?.prototype],
    ["constructed stylesheets", "replaceSync", page.CSSStyleSheet?.prototype],
    // For the scroll lock; a test that mocks the two above does not mock this.
    ["adopted stylesheets", "adoptedStyleSheets", page.Document?.prototype],
    ["shadow trees", "attachShadow", page.Element?.prototype],
  ];
  const missing = needed
    .filter(([, member, prototype]) => !prototype || !(member in prototype))
    .map(([name, member]) => ({ name, member }));
  // happy-dom has all of these. In a browser, a hidden frame has no layout either, and may be shown later.
  if (isNode() && !hasLayout()) missing.push({ name: "layout", member: "a width" });
  if (!missing.length) return;
  const lack = `This page has no ${missing.map(({ name }) => name).join(" and no ")}, so Connect cannot be shown.`;
  throw new HumanConnectError(
    "no-dom",
    `${lack} ${isNode() ? forTests : `Update the browser: ${describeBrowser()}.`}`,
    {
      cause: new TypeError(`The page lacks ${missing.map(({ member }) => member).join(", ")}`),
    },
  );
}

const forTests =
  "In a test without a browser, set the option client to createFakeClient() of @human-connect/core/testing.";

function hasLayout(): boolean {
  return readDocument("documentElement")?.getBoundingClientRect?.().width > 0;
}

function isNode(): boolean {
  return typeof process === "object" && Boolean(process?.versions?.node);
}

function describeBrowser(): string {
  const agent = String(globalThis.navigator?.userAgent ?? "an unknown one");
  const [, name, version] = /(?:(Edg|OPR|Chrome|Firefox)\/|(?:Version\/))(\d+(?:\.\d+)?)/.exec(agent) ?? [];
  return version ? `it is ${name ?? "Safari"} ${version}` : agent.slice(0, 120);
}
