import type { Scenario } from "@human-connect/sandbox";
import type { Source } from "@human-connect/core";
import { readDirection, type Settings } from "./src/settings.ts";
import { words } from "./src/words.ts";

/** What the server tells the page. */
export interface PageConfig {
  readonly connectUrl: string;
  readonly cdnUrl: string;
  readonly scenarios: readonly Pick<Scenario, "name" | "summary">[];
  readonly initialConnections: readonly Source[];
}

/** The page before its script runs. Theme, language and direction are there from the first paint. */
export function pageHtml(settings: Settings, config: PageConfig): string {
  const { language, theme } = settings;
  return `<!doctype html>
<html lang="${language}" dir="${readDirection(settings)}" data-theme="${theme}">
  <head>
    <meta charset="utf-8">
    <title>${words[language].title} · Otterbrook</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="${theme === "system" ? "light dark" : theme}">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/demo.css">
    <script type="application/json" id="config">${toScriptText(config)}</script>
    <script type="module" src="/assets/demo.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
`;
}

/** JSON that no name inside it can break out of. */
const toScriptText = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
