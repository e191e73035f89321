// `npm start`, `npm test` and, inside the workspace, each part of them. Needs only Node and npm: outside pnpm it runs itself
// again under the pinned pnpm, which installs what is missing (verifyDepsBeforeRun) and, on Linux, brings Node 24 along.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { ensureBrowsers } from "./browsers.mjs";
import { build, buildPages, clean } from "./build.mjs";
import { parts } from "./parts.mjs";
import { ensurePrograms } from "./programs.mjs";
import { runAlone, runSideBySide } from "./run-parts.mjs";
import { ProgramFailure, runProgram } from "./run-program.mjs";

const root = new URL("../", import.meta.url);
const [task, ...rest] = process.argv.slice(2);

if (!process.env.npm_config_user_agent?.startsWith("pnpm/")) {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const { status } = spawnSync("npm", ["exec", "--yes", "--", packageManager, "run", task, ...rest], {
    stdio: "inherit",
    cwd: root,
    shell: process.platform === "win32",
  });
  process.exit(status ?? 1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `Node ${process.version} is too old: 22.13 or newer is needed. On Linux the install brings Node 24 along; did it fail above?`,
  );
  process.exit(1);
}

const tools = {
  clean,
  build,
  start() {
    clean();
    buildPages();
    runProgram("node", "demo/main.ts", ...rest);
  },
  // Ten million cases for each thing that reads what others write, and ten times as many stories, none of them tried before.
  fuzz() {
    build();
    const { env } = process;
    env.FUZZ_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
    env.FUZZ_CASES ??= "10000000";
    env.FUZZ_STORIES ??= "20000";
    console.log(`[fuzz] FUZZ_SEED=${env.FUZZ_SEED} brings this run back`);
    runProgram("vitest", "run", "--project=fuzz", "--maxWorkers=100%", ...rest);
    if (!rest.length) runProgram("vitest", "run", "--project=browser", "packages/core/test/stories", "test/person");
  },
  soak() {
    ensureBrowsers();
    build();
    runProgram("node", "test/soak/main.ts", ...rest);
  },
  // Of the sources: nothing has to be built.
  "bench:server"() {
    runProgram("node", "scripts/bench-server.mjs", ...rest);
  },
  "matrix:runners"() {
    build();
    runProgram("node", "scripts/matrix-runners.mjs", ...rest);
  },
  pictures() {
    build();
    if (rest.includes("--readme")) return runProgram("node", "scripts/picture.mjs");
    runProgram("node", "scripts/storybook.mjs", "build");
    runProgram("node", "scripts/pictures.mjs", ...rest);
  },
  orca() {
    build();
    runProgram("node", "scripts/orca.mjs", ...rest);
  },
  wordpress() {
    ensureBrowsers();
    build();
    runProgram("node", "scripts/wordpress.mjs");
  },
  storybook() {
    build();
    runProgram("node", "scripts/storybook.mjs", "dev", ...rest);
  },
  "storybook:build"() {
    build();
    runProgram("node", "scripts/storybook.mjs", "build");
  },
};

async function test() {
  if (task.startsWith("test")) {
    ensureBrowsers();
    ensurePrograms();
  }
  const startedAt = Date.now();
  build();
  const results = task === "test" ? await runSideBySide() : [await runAlone(task, rest)];
  if (task === "test") printTable(results, (Date.now() - startedAt) / 1000);
  const [passed, failed] = ["passed", "failed"].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  for (const { name, isOk, failures } of results)
    if (!isOk) console.log(`\n${name} failed${failures.map((failure) => `\n  ${failure}`).join("")}`);
  if (task.startsWith("test")) console.log(`\ntests: ${passed} passed, ${failed} failed`);
  if (results.some(({ isOk }) => !isOk)) process.exitCode = 1;
}

/** Seconds of parts that ran side by side add up to more than all of it took. */
function printTable(results, seconds) {
  const row = (name, tests, took) => console.log(`${name.padEnd(16)}${String(tests).padStart(6)}${took.padStart(9)}`);
  console.log();
  row("part", "tests", "seconds");
  for (const { name, passed, failed, seconds: took } of results) row(name, passed + failed || "", took.toFixed(1));
  row("with the build", "", seconds.toFixed(1));
}

mkdirSync(new URL("test-results/", root), { recursive: true });
try {
  if (task === "test" || task in parts) await test();
  else tools[task]();
} catch (error) {
  if (!(error instanceof ProgramFailure)) console.error(error);
  process.exitCode = 1;
}
