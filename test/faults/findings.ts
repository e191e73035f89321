import { mkdirSync, writeFileSync } from "node:fs";
import { at } from "../../alias.ts";
import { faults } from "./faults.ts";
import type { Forgeries } from "./harness/world.ts";

/** What was seen of one check in one engine. */
export interface Finding {
  /** The fault that it belongs to, and the rows on comparable kits that it shows, too. */
  readonly rows: readonly string[];
  readonly name: string;
  readonly raw: string;
  readonly kit: string;
  readonly forgeries: Forgeries;
}

/** Leaves what an engine has shown where `scripts/faults.mjs` makes the table of it. */
export function writeFindings(engine: string, findings: readonly Finding[]): void {
  const titles = Object.fromEntries(faults.map(({ id, title }) => [id, title]));
  mkdirSync(at("test-results"), { recursive: true });
  writeFileSync(at(`test-results/faults-${engine}.json`), JSON.stringify({ titles, findings }));
}
