import type { PageConfig } from "../page-html.ts";

/** Reads what the server wrote into the page. */
export function readConfig(): PageConfig {
  return JSON.parse(document.getElementById("config")!.textContent) as PageConfig;
}
