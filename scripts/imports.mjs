// Fails when an import inside the core goes up: each module may use what stands before its row, or in it, never what comes
// after. A dynamic import may go anywhere, because that is what makes a part lazy. The rows follow docs/decisions/0001.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const rows = [
  [
    "bare",
    "errors",
    "store",
    "merge",
    "read-document",
    "hide-namesakes",
    "page-key",
    "deadline",
    "scroll-lock",
    "stage-styles",
    "stage-events",
    "timeline",
    "shadow",
    "drop-listeners",
    "close-status",
    "is-secure",
    "parse-url",
    "script-url",
    "is-offline",
    "vendor-messages",
    "mend-remove",
    "remove-node",
    "warn",
    "read-document",
    "stage-host",
    "roots-of",
    "is-heard",
    "successor",
    "focus-return",
    "block-reports",
    "stage-theme",
    "watch-presses",
  ],
  ["session", "labels", "widget-options", "vendor-client", "check-document", "script-origins"],
  ["state", "widget-labels-es", "widget-labels", "endpoint-answer"],
  ["failure", "stage-parts"],
  ["events", "describe-state", "describe-end", "list-sources", "vendor-options", "check-integrity"],
  ["read-message"],
  ["dialect"],
  ["surface"],
  ["fetch-widget"],
  ["client"],
  ["options"],
  [
    "option-names",
    "fetch-token",
    "timeouts",
    "token-desk",
    "connect-core",
    "trusted-types",
    "page-lock",
    "second-open",
  ],
  ["running-session", "script-refusal"],
  ["vendor-script", "script", "token", "airlock", "stage", "warm-frame", "watch-reach"],
  ["current-dialect", "open-vendor"],
  ["show-widget"],
  ["client-load"],
  ["widget", "widget-again"],
  ["human-connect", "hosted", "npm", "legacy"],
  ["announcer"],
  ["legacy-message", "legacy-grant", "legacy-vendor", "legacy-outcome"],
  ["legacy-finalizer", "legacy-popup", "legacy-script"],
  ["legacy-dialect"],
  ["index"],
  // Above everything, so that nothing that a page loads can import it.
  ["testing-failure", "testing-history", "testing-stage"],
  ["testing-session"],
  ["testing-surface"],
  ["testing"],
];

const folder = fileURLToPath(new URL("../packages/core/src/", import.meta.url));
const rowOf = new Map(rows.flatMap((names, row) => names.map((name) => [name, row])));
const faults = [];
const files = readdirSync(folder).filter((file) => /(?<!\.d)\.ts$/.test(file));
for (const file of files) {
  const name = file.replace(/\.ts$/, "");
  if (!rowOf.has(name)) faults.push(`${file} stands in no row of scripts/imports.mjs`);
  for (const [, used] of readFileSync(folder + file, "utf8").matchAll(/from "\.\/([\w-]+)\.js"/g)) {
    if (!(rowOf.get(used) <= rowOf.get(name))) faults.push(`${file} imports ${used}, which stands above it`);
  }
}
for (const fault of faults) console.error(`[imports] ${fault}`);
console.log(`[imports] ${files.length} modules of core in ${rows.length} rows, ${faults.length} imports that go up`);
process.exitCode = faults.length ? 1 : 0;
