// Runs the programs that run tests, and adds up what they report.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { runProgram, runProgramIn } from "./run-program.mjs";

/** Tests of this part, so far. `failures`: each that has failed, with the first line of why. @type {{ passed: number, failed: number, failures: string[] }} */
export const counts = { passed: 0, failed: 0, failures: [] };

/** What stands after the part's name on the command line, for the part's runner. */
export const rest = process.argv.slice(3);

/** How many tests a runner may run at once: what `npm test` has room for, or as many as there are cores. */
const workers = process.env.TEST_WORKERS ?? "100%";

/** @param options Of Vitest. */
export function vitest(part, ...options) {
  const report = reportOf(part);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  runAndCount(report, () => runProgram("vitest", "run", ...options, `--maxWorkers=${workers}`, ...reporters, ...rest));
}

/** @param project Of Playwright. */
export function playwright(project) {
  const report = reportOf(project);
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const options = [`--project=${project}`, `--workers=${workers}`, `--output=test-results/${project}`];
  runAndCount(report, () => runProgram("playwright", "test", ...options, "--reporter=list,json", ...rest));
}

/**
 * @param folder Where Jest is installed, and its configuration.
 * @param options `config`: ending of the configuration's name. `flags`: of Node.
 */
export function jest(part, folder, options) {
  const report = reportOf(part);
  const program = [`${folder}/node_modules/jest/bin/jest.js`, `--config=${folder}/jest.config.${options.config}`];
  runAndCount(report, () => runProgram("node", ...options.flags, ...program, "--json", `--outputFile=${report}`));
}

/**
 * node:test, in a folder as its reader would start it.
 *
 * @param folder With a slash at the end.
 * @param flags Of Node.
 */
export function nodeTest(part, folder, flags) {
  const report = reportOf(part);
  const counter = new URL("count-tests.mjs", import.meta.url).href;
  const reporters = [
    ["spec", "stdout"],
    [counter, report],
  ].flatMap(([reporter, destination]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${destination}`]);
  runAndCount(report, () => runProgramIn(folder, "node", ...flags, "--test", ...reporters));
}

function reportOf(part) {
  return fileURLToPath(new URL(`../test-results/${part}.json`, import.meta.url));
}

/** A run that fails counts as well, and a report of the last run does not. */
function runAndCount(report, run) {
  rmSync(report, { force: true });
  try {
    run();
  } finally {
    if (existsSync(report)) count(JSON.parse(readFileSync(report, "utf8")));
  }
}

/** Jest writes its report as Vitest does, and `count-tests.mjs` the part of it that is read here. */
function count({ stats, numPassedTests, numFailedTests, testResults = [], suites = [] }) {
  counts.passed += stats ? stats.expected : numPassedTests;
  counts.failed += stats ? stats.unexpected + stats.flaky : numFailedTests;
  for (const { assertionResults = [] } of testResults)
    for (const { status, fullName, failureMessages = [] } of assertionResults)
      if (status === "failed") tellFailure(fullName, failureMessages[0]);
  for (const suite of suites) tellSuite(suite);
}

/** Playwright's report is a tree. */
function tellSuite({ suites = [], specs = [] }) {
  for (const suite of suites) tellSuite(suite);
  for (const { ok, title, file, tests } of specs)
    if (!ok) tellFailure(`${file}: ${title}`, tests[0]?.results.at(-1)?.error?.message);
}

function tellFailure(name, message = "") {
  counts.failures.push(`${name}\n    ${stripVTControlCharacters(message).split("\n")[0]}`);
}
