import { dropListeners } from "../page/drop-listeners.js";
import { hideNamesakes } from "../page/hide-namesakes.js";
import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import { removeNode } from "../page/remove-node.js";

/** Every script tag created for the vendor's code. */
const scripts = /* @__PURE__ */ new WeakSet<object>();

/** The globals that a UMD build detects a module system by. An element with such an id is not a module system. */
const moduleSystems = ["exports", "module", "define"];

/** Creates a script tag for the vendor's code, to be inserted while {@link guardScripts} is active. */
export function createScript(): HTMLScriptElement {
  const script = readDocument("createElement")("script");
  scripts.add(script);
  // The page's URL may identify a patient.
  script.referrerPolicy = "no-referrer";
  return script;
}

/** Removes a script tag. A removed tag whose code is loading would still run, unless it is adopted by another document. */
export function discardScript(script: HTMLScriptElement): void {
  removeNode(script);
  readDocument("implementation").createHTMLDocument().adoptNode(script);
}

/**
 * Isolates the vendor's code from the page while it is evaluated: its listeners are dropped, because they would bind data attributes
 * anywhere on the page, including user-generated content (docs/vendor.md#f12, #f17), and elements cannot shadow the properties it reads.
 *
 * @returns Ends the isolation; calling it again does nothing.
 * @throws {HumanConnectError} `client-failed` when the page does not allow `addEventListener` to be replaced.
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

/** The script tag of the vendor's code that is running now. */
export function runningScript(): HTMLScriptElement | undefined {
  const script = readDocument("currentScript");
  return script instanceof HTMLScriptElement && scripts.has(script) ? script : undefined;
}
