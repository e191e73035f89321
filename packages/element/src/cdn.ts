// The single file for pages without a build: registers the elements, upgrades links, and contains all of their code.
import "./define.js";
import { configureElements } from "./attributes/configure-elements.js";
import { readScriptQuery } from "./attributes/script-query.js";
import { watchScriptLinks } from "./links/watch-script-links.js";

// From import.meta.url, which only the running script has: a script tag found in the page may be injected and may not have run.
// Links first: invalid settings throw.
watchScriptLinks(import.meta.url);
configureElements(readScriptQuery(import.meta.url));
