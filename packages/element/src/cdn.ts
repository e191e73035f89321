// The one file for pages without a build: it registers the elements and holds everything they ever need.
import "./define.js";
import { configureElements } from "./attributes/configure-elements.js";
import { readScriptQuery } from "./attributes/script-query.js";

// By its own address, which only a script that runs has: a tag that is found in the page may have been injected, and have run nothing.
configureElements(readScriptQuery(import.meta.url));
