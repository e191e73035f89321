// The parts of `npm test`, each of which runs alone as well.
import { packages } from "./build.mjs";
import { installIn } from "./first-command.mjs";
import { runProgram } from "./run-program.mjs";
import { jest, nodeTest, playwright, rest, vitest } from "./runners.mjs";

/** `--face react`, `--engine firefox` and `--client direct` reach the contract through the environment, `--events 10000` the stores. */
function takeOption(name) {
  const index = rest.indexOf(`--${name}`);
  if (index >= 0) process.env[name.toUpperCase()] = rest.splice(index, 2)[1];
}

/**
 * In the order in which `npm test` begins them: what is over at once, then what takes longest.
 *
 * @type {Record<string, { workers?: number, isApart?: boolean, run: () => void }>} `workers`: how many tests it runs at once beside other parts.
 * Default 1. `isApart`: a command of its own, beside `npm test`, which would take too long with it.
 */
export const parts = {
  check: {
    run() {
      runProgram("oxfmt", "--check");
      runProgram("oxlint", "--deny-warnings");
      runProgram("node", "scripts/imports.mjs");
      runProgram("knip");
      runProgram("node", "scripts/secrets.mjs");
      runProgram("node", "scripts/licences.mjs");
      runProgram("node", "scripts/size.mjs");
      runProgram("node", "scripts/api.mjs");
      runProgram("node", "scripts/commits.mjs");
      for (const name of packages) runProgram("publint", "--strict", "--pack", "false", `packages/${name}`);
    },
  },
  "test:contract": {
    workers: 2,
    run() {
      for (const name of ["face", "engine", "client"]) takeOption(name);
      vitest("contract", "--project=contract");
      runProgram("node", "scripts/matrix.mjs");
    },
  },
  "test:unit": { run: () => vitest("unit", "--project=unit", "--project=browser", "--project=react-18") },
  "test:e2e": {
    workers: 2,
    run() {
      takeOption("engine");
      playwright("e2e");
    },
  },
  "test:faults": {
    workers: 2,
    run() {
      for (const name of ["fault", "engine"]) takeOption(name);
      vitest("faults", "--project=faults");
      runProgram("node", "scripts/faults.mjs");
    },
  },
  "test:stories": {
    run() {
      vitest("stories-played", "--config", "stories/vitest.config.ts");
      // What follows looks at the whole site.
      if (rest.length) return;
      runProgram("node", "scripts/storybook.mjs", "build");
      runProgram("node", "scripts/secrets.mjs", "storybook-static");
      playwright("stories");
    },
  },
  "test:fuzz": { workers: 2, run: () => vitest("fuzz", "--project=fuzz") },
  "test:hosts": {
    run() {
      takeOption("engine");
      vitest("hosts", "--project=hosts");
    },
  },
  "test:dialogs": {
    isApart: true,
    run() {
      takeOption("engine");
      vitest("dialogs", "--project=dialogs");
    },
  },
  "test:leaks": { run: () => vitest("leaks", "--project=leaks") },
  "test:mounts": { run: () => vitest("mounts", "--project=mounts") },
  "test:examples": { run: () => vitest("examples", "--project=examples") },
  "test:packed": { run: () => vitest("packed", "--project=packed") },
  "test:stores": {
    run() {
      takeOption("events");
      vitest("stores", "--project=stores");
    },
  },
  "test:load": { run: () => vitest("load", "--project=load") },
  "test:recipes": {
    run() {
      vitest("recipes-vitest", "--root=test/recipes/react-vitest");
      vitest("recipes-happy-dom", "--root=test/recipes/vitest-happy-dom");
      nodeTest("recipes-node-test", "test/recipes/node-test/", ["--import=global-jsdom/register"]);
      jest("recipes-jest", "test/recipes/jest", { config: "json", flags: ["--experimental-vm-modules"] });
      // With the flag, Node 24.9 loads ES modules by itself, and the line that is proved here would do nothing.
      jest("recipes-jest-commonjs", "test/recipes/jest-commonjs", { config: "js", flags: [] });
      playwright("recipes");
    },
  },
  "test:cms": {
    run() {
      takeOption("engine");
      vitest("cms", "--project=cms");
    },
  },
  "test:editors": {
    run() {
      // A workspace of its own: only this part installs the editors.
      installIn("test/editors/");
      vitest("editors", "--project=editors");
    },
  },
  // The quick starts ask a registry for frameworks; the names of some limit it to those.
  "test:starts": {
    isApart: true,
    run() {
      if (rest.length) process.env.STARTS = rest.splice(0).join(",");
      vitest("starts", "--project=starts");
    },
  },
  "test:site": {
    isApart: true,
    run() {
      installIn("site/");
      runProgram("node", "site/main.mjs", "build", "--base", "/kit/");
      playwright("site");
    },
  },
  "test:soak": { run: () => vitest("soak", "--project=soak") },
  // Part of `check` as well.
  size: { isApart: true, run: () => runProgram("node", "scripts/size.mjs", ...rest) },
};
