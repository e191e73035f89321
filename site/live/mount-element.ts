import type { HumanConnectOptions } from "@human-connect/core";
import "@human-connect/element/define";
import type { ExampleName } from "./mount.ts";
import button from "./element/button.html?raw";
import card from "./element/card.html?raw";
import list from "./element/list.html?raw";

const examples = { button, card, list };
let count = 0;

export function mountElement(name: ExampleName, place: HTMLElement, options: HumanConnectOptions): () => void {
  count += 1;
  // Two lists of a page need two ids.
  place.innerHTML = examples[name].replaceAll('"connect"', `"connect-${count}"`);
  for (const host of place.querySelectorAll("human-connect-button, human-connect-card"))
    Object.assign(host, { options });
  return () => place.replaceChildren();
}
