// `npm start`, `npm test` and, inside the workspace, every other command. Needs only Node and npm: outside pnpm it runs itself again under
// the pinned pnpm, which installs what is missing (verifyDepsBeforeRun) and, on Linux, brings Node 24 along.
import { mkdirSync } from "node:fs";
import { benches } from "./benches.mjs";
import { ensureBrowsers } from "./browsers.mjs";
import { build, buildDemo, clean } from "./build.mjs";
import { findTask, UnknownTask } from "./find-task.mjs";
import { installAndStart, installEverything, installIn, pnpm } from "./first-command.mjs";
import { parts } from "./parts.mjs";
import { ensurePrograms } from "./programs.mjs";
import { runAlone, runSideBySide } from "./run-parts.mjs";
import { ProgramFailure, runProgram } from "./run-program.mjs";

/** @type {Record<string, (rest: string[]) => void>} */
const tools = {
  start(rest) {
    buildDemo();
    runProgram("node", "demo/main.ts", ...rest);
  },
  build,
  clean,
  format() {
    runProgram("oxfmt");
  },
  api() {
    build();
    runProgram("node", "scripts/api.mjs", "--write");
  },
  // Versions and changelogs from the changesets; the API is then the one of a release.
  release() {
    runProgram("changeset", "version");
    build();
    runProgram("node", "scripts/api.mjs", "--write", "--released");
  },
  // The documentation: `build` (the default), `dev`, `preview`.
  site(rest) {
    build();
    installIn("site/");
    runProgram("node", "site/main.mjs", ...rest);
  },
  storybook(rest) {
    build();
    runProgram("node", "scripts/storybook.mjs", ...(rest[0] === "build" ? rest : ["dev", ...rest]));
  },
};

const words = process.argv.slice(2);
const { task, rest } = readTask();

if (!process.env.npm_config_user_agent?.startsWith("pnpm/"))
  process.exit(task === "start" ? installAndStart(rest) : pnpm(["run", ...words]));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `Node ${process.version} is too old: 22.13 or newer is needed. On Linux the install brings Node 24 along; did it fail above?`,
  );
  process.exit(1);
}

function readTask() {
  const [tests, named] = [Object.keys(parts), { tools: Object.keys(tools), benches: Object.keys(benches) }];
  try {
    return findTask(words, { ...named, tests });
  } catch (error) {
    if (!(error instanceof UnknownTask)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

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

if (task !== "start" && installEverything() !== 0) process.exit(1);

mkdirSync(new URL("../test-results/", import.meta.url), { recursive: true });
try {
  if (words[0] === "bench") benches[task](rest);
  else if (task === "test" || task in parts) await test();
  else tools[task](rest);
} catch (error) {
  if (!(error instanceof ProgramFailure)) console.error(error);
  process.exitCode = 1;
}
