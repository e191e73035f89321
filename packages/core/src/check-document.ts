import { HumanConnectError } from "./errors.js";

declare const process: { readonly versions?: { readonly node?: string } } | undefined;

/**
 * Makes sure that a dialog can be shown here, before anything is: a simulated page (jsdom, happy-dom, linkedom) cannot, nor can a
 * browser that is older than the kit's baseline.
 *
 * @throws {HumanConnectError} `no-dom`
 */
export function checkDocument(): void {
  const page = globalThis as { HTMLDialogElement?: typeof HTMLDialogElement; CSSStyleSheet?: typeof CSSStyleSheet };
  const needed: [name: string, method: string, prototype: object | undefined][] = [
    ["dialogs", "showModal", page.HTMLDialogElement?.prototype],
    ["constructed stylesheets", "replaceSync", page.CSSStyleSheet?.prototype],
    ["shadow trees", "attachShadow", Element.prototype],
  ];
  const missing = needed.filter(([, method, prototype]) => !prototype || !(method in prototype));
  if (!missing.length) return;
  const lack = `This page has no ${missing.map(([name]) => name).join(" and no ")}, so Connect cannot be shown.`;
  throw new HumanConnectError(
    "no-dom",
    `${lack} ${isNode() ? forTests : `Update the browser: ${describeBrowser()}.`}`,
    {
      cause: new TypeError(missing.map(([, method]) => `${method} is not a function`).join(", ")),
    },
  );
}

const forTests =
  "In a test without a browser, give the option client: createFakeClient() of @human-connect/core/testing.";

function isNode(): boolean {
  return typeof process === "object" && Boolean(process?.versions?.node);
}

function describeBrowser(): string {
  const agent = String(globalThis.navigator?.userAgent ?? "an unknown one");
  const [, name, version] = /(?:(Edg|OPR|Chrome|Firefox)\/|(?:Version\/))(\d+(?:\.\d+)?)/.exec(agent) ?? [];
  return version ? `it is ${name ?? "Safari"} ${version}` : agent.slice(0, 120);
}
