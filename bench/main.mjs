// `pnpm bench [--quick] [--base COMMIT] [--rounds N] [--only SECTION]… [--write]`: the kit beside its peers and the floor, in one run, in a real Chromium. It
// measures and judges nothing. See docs/performance.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./builds/folders.mjs";
import { read } from "./builds/run.mjs";
import { measureBytes } from "./bytes/measure-bytes.mjs";
import { listRows } from "./report/rows.mjs";
import { printResults } from "./report/print.mjs";
import { runClick } from "./sections/click.mjs";
import { runLoad } from "./sections/load.mjs";
import { runMessages, runMount } from "./sections/mount.mjs";
import { runNormalise, runSessions } from "./sections/sessions.mjs";
import { measureServer } from "./server/measure-server.mjs";
import { createStand } from "./stand.mjs";

const { values: given } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    base: { type: "string" },
    rounds: { type: "string" },
    only: { type: "string", multiple: true },
    write: { type: "boolean", default: false },
  },
});

/** Of each measurement; each section has its own number where it is not given. */
const rounds = given.rounds === undefined ? undefined : Number(given.rounds);
if (rounds !== undefined && !(rounds >= 1)) throw new Error("--rounds takes a number from 1");

const sections = {
  bytes: ({ builds, peers }) => measureBytes(builds, peers),
  normalise: runNormalise,
  mount: runMount,
  messages: runMessages,
  load: runLoad,
  click: runClick,
  sessions: runSessions,
  server: (_, { isQuick }) => measureServer({ base: given.base, isQuick }),
};

/** What the figures are of. Nothing names the machine. */
function describeRun(browser) {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: read("git", ["rev-parse", "--short", "HEAD"], root).trim(),
    base: given.base,
    isQuick: given.quick,
    rounds,
    chromium: browser.version(),
    node: process.versions.node,
    cores: availableParallelism(),
    ghz: Math.round(cpus()[0].speed / 100) / 10 || undefined,
    loadBefore: Math.round(loadavg()[0] * 10) / 10,
  };
}

/** After each section: what is measured is kept, also when a later one fails. */
function write(results, file = "test-results/bench.json") {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), `${JSON.stringify(results, null, 2)}\n`);
}

async function measure() {
  const stand = await createStand(given.base);
  try {
    const results = { about: describeRun(stand.browser) };
    for (const [name, run] of Object.entries(sections)) {
      if (given.only && !given.only.includes(name)) continue;
      const startedAt = performance.now();
      results[name] = await run(stand, { isQuick: given.quick, rounds });
      write(results);
      console.log(`[bench] ${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }
    return results;
  } finally {
    await stand.close();
  }
}

const unknown = given.only?.filter((name) => !(name in sections)) ?? [];
if (unknown.length)
  throw new Error(`There is no section ${unknown.join(", ")}. There are: ${Object.keys(sections).join(", ")}`);
if (given.only && given.write) throw new Error("--write needs every section: leave --only out");
const results = await measure();
printResults(results, listRows(results));
console.log("[bench] all figures: test-results/bench.json");
if (given.write) {
  write(results, "docs/bench/results.json");
  const { status } = spawnSync(process.execPath, ["scripts/numbers.mjs", "--write"], { cwd: root, stdio: "inherit" });
  process.exitCode = status;
}
