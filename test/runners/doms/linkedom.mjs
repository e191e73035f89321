// linkedom brings no way to become the page; these are the names that frameworks look for.
import { parseHTML } from "linkedom";

const page = parseHTML("<!doctype html><html><head></head><body></body></html>");
const names = ["document", "window", "customElements", "Event", "CustomEvent", "MutationObserver"];
const types = ["Node", "Document", "DocumentFragment", "ShadowRoot", "Element", "HTMLElement", "SVGElement", "Text"];
for (const name of [...names, ...types]) globalThis[name] = page[name];
globalThis.location = new URL("http://localhost:3000/");
