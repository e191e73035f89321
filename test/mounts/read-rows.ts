import { readFileSync } from "node:fs";
import { at } from "../../alias.ts";

/** A row of the table of mounts: lines of code, as a reader would copy them. */
export interface Row {
  readonly name: string;
  readonly token: readonly string[];
  readonly events: readonly string[];
}

/** The table "Mount it" of the server's README. */
export function readRows(): Row[] {
  const readme = readFileSync(at("packages/server/README.md"), "utf8");
  const [, section = ""] = readme.split("\n## Mount it\n");
  const [table = ""] = /^\| in .*\n\|.*\n(\|.*\n)+/m.exec(section) ?? [];
  return table
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((line) => {
      const [name = "", token = "", events = ""] = line.slice(2, -2).split(" | ");
      return { name: name.trim(), token: readLines(token), events: readLines(events) };
    });
}

/** The lines of a cell that are code alone; what stands between them in words is for the reader. */
const readLines = (cell: string): string[] =>
  cell.split("<br>").flatMap((part) => /^\s*`([^`]+)`\s*$/.exec(part)?.slice(1) ?? []);
