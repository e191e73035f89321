// `npm start`, `npm test` and, inside the workspace, each part of them. Needs only Node and npm: outside pnpm it runs itself
// again under the pinned pnpm, which installs what is missing (verifyDepsBeforeRun) and, on Linux, brings Node 24 along.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBrowsers } from "./browsers.mjs";
import { ensurePrograms } from "./programs.mjs";

const root = new URL("../", import.meta.url);
const [task, ...rest] = process.argv.slice(2);
const shell = process.platform === "win32";

if (!process.env.npm_config_user_agent?.startsWith("pnpm/")) {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const { status } = spawnSync("npm", ["exec", "--yes", "--", packageManager, "run", task, ...rest], {
    stdio: "inherit",
    cwd: root,
    shell,
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

/** Runs a program of the workspace; the first that fails ends everything. */
function run(command, ...args) {
  const startedAt = Date.now();
  const { status, signal } = spawnSync(command, args, { stdio: "inherit", cwd: root, shell });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `[run] ${command} ${args.join(" ")}: ${status === 0 ? "ok" : `failed (${status ?? signal})`} in ${seconds} s`,
  );
  if (status !== 0) process.exit(status || 1);
}

const packages = ["core", "react", "vue", "element", "sandbox", "server"];
const counts = { passed: 0, failed: 0 };

/** Jest writes its report as Vitest does. */
function count(report) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
}

/** @param options Of Vitest. */
function vitest(part, ...options) {
  const report = fileURLToPath(new URL(`test-results/${part}.json`, root));
  run("vitest", "run", ...options, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...rest);
  count(report);
}

function playwright(project) {
  run("playwright", "test", `--project=${project}`, ...rest);
  const { stats } = JSON.parse(readFileSync(new URL("test-results/e2e.json", root), "utf8"));
  counts.passed += stats.expected;
  counts.failed += stats.unexpected + stats.flaky;
}

/** `--face react` and `--engine firefox` reach the contract through the environment. */
function takeOption(name) {
  const index = rest.indexOf(`--${name}`);
  if (index >= 0) process.env[name.toUpperCase()] = rest.splice(index, 2)[1];
}

/** Outputs of sources that are gone must not be packed, and tsc trusts its notes of what it has written. */
function clean() {
  const outputs = [
    ...packages.map((name) => `packages/${name}/dist`),
    "demo/dist",
    "test/dist",
    "node_modules/.cache/tsc",
  ];
  for (const path of outputs) rmSync(new URL(path, root), { recursive: true, force: true });
}

const build = () => {
  clean();
  // Made from the sources; the stories are checked against it.
  run("node", "scripts/manifest.mjs");
  run("tsc", "-b");
  run("vite", "build", "--logLevel", "warn");
  run("node", "scripts/sri.mjs");
  // Notices of what is built into our files.
  run("node", "scripts/licences.mjs", "--write");
};

const parts = {
  check() {
    run("oxfmt", "--check");
    run("oxlint", "--deny-warnings");
    run("node", "scripts/imports.mjs");
    run("knip");
    run("node", "scripts/secrets.mjs");
    run("node", "scripts/licences.mjs");
    for (const name of packages) run("publint", "--strict", "--pack", "false", `packages/${name}`);
  },
  "test:unit": () => vitest("unit", "--project=unit", "--project=browser", "--project=react-18"),
  "test:contract"() {
    for (const name of ["face", "engine"]) takeOption(name);
    vitest("contract", "--project=contract", "--maxWorkers=100%");
    run("node", "scripts/matrix.mjs");
  },
  "test:faults"() {
    for (const name of ["fault", "engine"]) takeOption(name);
    vitest("faults", "--project=faults", "--maxWorkers=100%");
    run("node", "scripts/faults.mjs");
  },
  "test:recipes"() {
    vitest("recipes", "--root=test/recipes/react-vitest");
    const report = fileURLToPath(new URL("test-results/recipes-jest.json", root));
    const jest = ["test/recipes/jest/node_modules/jest/bin/jest.js", "--config=test/recipes/jest/jest.config.json"];
    run("node", "--experimental-vm-modules", ...jest, "--json", `--outputFile=${report}`);
    count(report);
    playwright("recipes");
  },
  "test:cms": () => vitest("cms", "--project=cms"),
  "test:hosts": () => vitest("hosts", "--project=hosts"),
  "test:leaks": () => vitest("leaks", "--project=leaks"),
  "test:load": () => vitest("load", "--project=load"),
  "test:fuzz": () => vitest("fuzz", "--project=fuzz", "--maxWorkers=100%"),
  "test:soak": () => vitest("soak", "--project=soak"),
  "test:packed": () => vitest("packed", "--project=packed"),
  "test:examples": () => vitest("examples", "--project=examples"),
  "test:e2e": () => playwright("e2e"),
  "test:stories"() {
    vitest("stories", "--config", "stories/vitest.config.ts");
    // What follows looks at the whole site.
    if (rest.length) return;
    run("node", "scripts/storybook.mjs", "build");
    run("node", "scripts/secrets.mjs", "storybook-static");
    playwright("stories");
  },
  // A report, not a judge: what is over its budget is marked.
  size: () => run("node", "scripts/size.mjs"),
};

const tools = {
  // Ten million cases for each thing that reads what others write, and ten times as many stories, none of them tried before.
  fuzz() {
    const { env } = process;
    env.FUZZ_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
    env.FUZZ_CASES ??= "10000000";
    env.FUZZ_STORIES ??= "20000";
    console.log(`[fuzz] FUZZ_SEED=${env.FUZZ_SEED} brings this run back`);
    run("vitest", "run", "--project=fuzz", "--maxWorkers=100%", ...rest);
    if (!rest.length) run("vitest", "run", "--project=browser", "packages/core/test/model");
  },
  soak: () => run("node", "test/soak/main.ts", ...rest),
  storybook: () => run("node", "scripts/storybook.mjs", "dev", ...rest),
  "storybook:build": () => run("node", "scripts/storybook.mjs", "build"),
};

mkdirSync(new URL("test-results/", root), { recursive: true });
if (task === "clean") {
  clean();
} else if (task === "start") {
  clean();
  run("vite", "build", "--logLevel", "warn");
  run("node", "demo/main.ts", ...rest);
} else {
  if (task.startsWith("test") || task === "soak") {
    ensureBrowsers();
    ensurePrograms();
  }
  build();
  if (task === "test") for (const part of Object.values(parts)) part();
  else (parts[task] ?? tools[task])?.();
  if (task.startsWith("test")) console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
}
