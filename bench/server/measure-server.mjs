// The token endpoint beside a bare handler, by the benchmark that the server has of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "../builds/folders.mjs";
import { run } from "../builds/run.mjs";

/**
 * @param {{ base?: string, isQuick: boolean }} options
 * @returns {Record<string, { paths: Record<string, object>, heap: object }>} Figures of each build, by "this" and "base".
 */
export function measureServer({ base, isQuick }) {
  const file = join(cacheFolder(), "server.json");
  const size = isQuick ? ["--rounds", "5", "--requests", "1500", "--users", "20000"] : [];
  run(process.execPath, ["scripts/bench-server.mjs", "--json", file, ...(base ? ["--base", base] : []), ...size], root);
  return JSON.parse(readFileSync(file, "utf8"));
}
