// What the matrix installs and runs: each project is one install of pinned packages, and the runs that it has room for.

export const faces = ["core", "react", "vue", "element", "server"];
/** In each project. */
export const peers = ["react@19.3.1", "react-dom@19.3.1", "vue@3.5.45"];

/** The imports of a test file, and its `run`. */
const head = (face) => `import { check } from "../faces/${face}.mjs";
import { record } from "../record.mjs";
const run = record("${face}", check);
`;

const jest = (env) => ({
  test: (face) => `${head(face)}test("${face}", run, 20_000);\n`,
  serverHead: "/** @jest-environment node */\n",
  args: ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--config=jest.config.json", `--env=${env}`],
});
const vitest = (environment) => ({
  test: (face) => `import { test } from "vitest";\n${head(face)}test("${face}", run, 20_000);\n`,
  serverHead: "// @vitest-environment node\n",
  args: ["node_modules/vitest/vitest.mjs", "run", `--environment=${environment}`],
});
/** Runners without an environment of their own: the page is the first thing that a test file imports. */
const plain = (dom, runner) => ({
  ...runner,
  test: (face) => `import "../doms/${dom}.mjs";\n${head(face)}${runner.test(face)}\n`,
});

const nodeRunners = {
  "node:test": {
    test: (face) => `import test from "node:test";\ntest("${face}", run);`,
    args: ["--test", "tests/*.test.mjs"],
  },
  "Mocha 12": {
    test: (face) => `it("${face}", run).timeout(20_000);`,
    args: ["node_modules/mocha/bin/mocha.js", "tests/*.test.mjs"],
  },
  "AVA 8": {
    test: (face) => `import test from "ava";\ntest("${face}", async (t) => { await run(); t.pass(); });`,
    // It gives up when no test has ended for ten seconds, as where five files load jsdom at once.
    args: ["node_modules/ava/entrypoints/cli.js", "--concurrency=1", "tests/*.test.mjs"],
  },
  "uvu 0.5": {
    test: (face) => `import { test } from "uvu";\ntest("${face}", run);\ntest.run();`,
    args: ["node_modules/uvu/bin.js", "tests", "\\.test\\.mjs$"],
  },
};
const nodePackages = ["mocha@12.0.3", "ava@8.0.0", "uvu@0.5.6"];
/** A program of its own, whose tests share one page. */
const bun = {
  "Bun 1.4": {
    test: (face) => `import { test } from "bun:test";\ntest("${face}", run, 20_000);`,
    program: "node_modules/bun/bin/bun.exe",
    args: ["test", "./tests"],
  },
};
/** @param doms Names for the table, each with its file in `doms/`. */
const runsOf = (runners, doms) =>
  Object.entries(runners).flatMap(([name, runner]) =>
    Object.entries(doms).map(([dom, file]) => ({ runner: name, dom, ...plain(file, runner) })),
  );

/** Vitest takes any jsdom, the newest and an old one. */
const vitestProjects = (name, version) => [
  {
    packages: [`vitest@${version}`, "jsdom@31.0.1", "happy-dom@21.0.4"],
    runs: [
      { runner: name, dom: "jsdom 31", ...vitest("jsdom") },
      { runner: name, dom: "happy-dom 21", ...vitest("happy-dom") },
    ],
  },
  {
    packages: [`vitest@${version}`, "jsdom@22.1.0"],
    runs: [{ runner: name, dom: "jsdom 22", ...vitest("jsdom") }],
  },
];

/**
 * `lacks`: faces that the page cannot show, whatever the kit does; the table says so. `program`: default Node.
 *
 * @type {{ packages: string[], runs: Run[] }[]}
 * @typedef {{ runner: string, dom: string, lacks?: string[], program?: string, test: (face: string) => string, serverHead?: string, args: string[] }} Run
 */
export const projects = [
  {
    packages: [
      "jest@30.5.2",
      "jest-environment-jsdom@30.5.2",
      "@jest/environment-jsdom-abstract@30.5.2",
      "jsdom@31.0.1",
      "@happy-dom/jest-environment@20.14.5",
    ],
    runs: [
      { runner: "Jest 30", dom: "jsdom 26", ...jest("jsdom") },
      { runner: "Jest 30", dom: "jsdom 31", ...jest("./doms/jest-jsdom-newest.cjs") },
      { runner: "Jest 30", dom: "happy-dom 20", ...jest("@happy-dom/jest-environment") },
    ],
  },
  ...vitestProjects("Vitest 5", "5.1.2"),
  {
    packages: [
      ...nodePackages,
      "jsdom@30.1.3",
      "global-jsdom@30.0.0",
      "@happy-dom/global-registrator@21.0.4",
      "linkedom@0.18.15",
    ],
    runs: [
      ...runsOf(nodeRunners, { "jsdom 30": "global-jsdom", "happy-dom 21": "happy-dom" }),
      // Its events do not leave a shadow root.
      { runner: "node:test", dom: "linkedom 0.18", lacks: ["element"], ...plain("linkedom", nodeRunners["node:test"]) },
    ],
  },
  {
    packages: [...nodePackages, "jsdom@20.0.3", "global-jsdom@8.8.0"],
    runs: runsOf(nodeRunners, { "jsdom 20": "global-jsdom" }),
  },
  {
    packages: ["bun@1.4.5", "jsdom@30.1.3", "global-jsdom@30.0.0", "@happy-dom/global-registrator@21.0.4"],
    runs: runsOf(bun, { "jsdom 30": "global-jsdom", "happy-dom 21": "happy-dom" }),
  },
  {
    packages: ["jest@29.7.0", "jest-environment-jsdom@29.7.0", "@happy-dom/jest-environment@20.14.5"],
    runs: [
      { runner: "Jest 29", dom: "jsdom 20", ...jest("jsdom") },
      { runner: "Jest 29", dom: "happy-dom 20", ...jest("@happy-dom/jest-environment") },
    ],
  },
  ...vitestProjects("Vitest 4", "4.1.12"),
  ...vitestProjects("Vitest 3", "3.2.7"),
];
