import { dropListeners } from "../page/drop-listeners.js";
import { hideNamesakes } from "../page/hide-namesakes.js";
import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import { removeNode } from "../page/remove-node.js";

/** Every tag that was made for the vendor's code. */
const scripts = /* @__PURE__ */ new WeakSet<object>();

/** What a UMD build takes for a module system. An element with such an id is none. */
const moduleSystems = ["exports", "module", "define"];

/** A tag for the vendor's code, to be added while {@link guardScripts} lasts. */
export function createScript(): HTMLScriptElement {
  const script = readDocument("createElement")("script");
  scripts.add(script);
  // The page's address may name a patient.
  script.referrerPolicy = "no-referrer";
  return script;
}

/** Takes a tag away. One whose code is on its way would still run, unless it belongs to another document by then. */
export function discardScript(script: HTMLScriptElement): void {
  removeNode(script);
  readDocument("implementation").createHTMLDocument().adoptNode(script);
}

/**
 * Isolates the vendor's code from the page while it is evaluated: its listeners are dropped, because they would bind data attributes
 * anywhere on the page, also in content that users wrote (docs/vendor.md#f12, #f17), and no name of an element changes what it reads.
 *
 * @returns Ends it; calling it again does nothing.
 * @throws {HumanConnectError} `client-failed` when the page does not let `addEventListener` be replaced.
 */
export function guardScripts(): () => void {
  const undo = [dropListeners(() => runningScript() !== undefined), hideNamesakes()];
  for (const name of moduleSystems) {
    if (name in window && !Object.hasOwn(window, name)) undo.push(shadow(window, name, undefined));
  }
  return () => {
    for (const step of undo.splice(0).reverse()) step();
  };
}

/** The tag of the vendor's code that is running now. */
export function runningScript(): HTMLScriptElement | undefined {
  const script = readDocument("currentScript");
  return script instanceof HTMLScriptElement && scripts.has(script) ? script : undefined;
}
