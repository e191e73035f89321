// Runs the programs that run tests, and adds up what they report.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runProgram } from "./run-program.mjs";

/** Tests of this part, so far. */
export const counts = { passed: 0, failed: 0 };

/** What stands after the part's name on the command line, for the part's runner. */
export const rest = process.argv.slice(3);

/** How many tests a runner may run at once: what `npm test` has room for, or as many as there are cores. */
const workers = process.env.TEST_WORKERS ?? "100%";

/** @param options Of Vitest. */
export function vitest(part, ...options) {
  const report = reportOf(part);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  runAndCount(report, "vitest", "run", ...options, `--maxWorkers=${workers}`, ...reporters, ...rest);
}

/** @param project Of Playwright. */
export function playwright(project) {
  const report = reportOf(project);
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const options = [`--project=${project}`, `--workers=${workers}`, `--output=test-results/${project}`];
  runAndCount(report, "playwright", "test", ...options, "--reporter=list,json", ...rest);
}

/** @param options Of Jest, which is installed below `folder`. */
export function jest(part, folder, ...options) {
  const report = reportOf(part);
  const program = ["--experimental-vm-modules", `${folder}/node_modules/jest/bin/jest.js`];
  runAndCount(report, "node", ...program, ...options, "--json", `--outputFile=${report}`);
}

function reportOf(part) {
  return fileURLToPath(new URL(`../test-results/${part}.json`, import.meta.url));
}

/** A run that fails counts as well, and a report of the last run does not. */
function runAndCount(report, ...command) {
  rmSync(report, { force: true });
  try {
    runProgram(...command);
  } finally {
    if (existsSync(report)) count(JSON.parse(readFileSync(report, "utf8")));
  }
}

/** Jest writes its report as Vitest does. */
function count({ stats, numPassedTests, numFailedTests }) {
  counts.passed += stats ? stats.expected : numPassedTests;
  counts.failed += stats ? stats.unexpected + stats.flaky : numFailedTests;
}
