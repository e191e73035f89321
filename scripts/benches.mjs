// What measures, or looks for long, and is no part of `npm test`: `pnpm bench NAME`.
import { ensureBrowsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { ensurePrograms } from "./programs.mjs";
import { runProgram } from "./run-program.mjs";

/** @type {Record<string, (rest: string[]) => void>} */
export const benches = {
  peers(rest) {
    ensureBrowsers();
    ensurePrograms();
    build();
    runProgram("node", "bench/main.mjs", ...rest);
  },
  size(rest) {
    build();
    runProgram("node", "scripts/size.mjs", ...rest);
  },
  // Of the sources: nothing has to be built.
  server(rest) {
    runProgram("node", "scripts/bench-server.mjs", ...rest);
  },
  // Ten million cases for each thing that reads what others write, and ten times as many stories, none of them tried before.
  fuzz(rest) {
    build();
    const { env } = process;
    env.FUZZ_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
    env.FUZZ_CASES ??= "10000000";
    env.FUZZ_STORIES ??= "20000";
    console.log(`[fuzz] FUZZ_SEED=${env.FUZZ_SEED} brings this run back`);
    runProgram("vitest", "run", "--project=fuzz", "--maxWorkers=100%", ...rest);
    const rooms = ["stories", "direct"].map((room) => `packages/core/test/${room}`);
    if (!rest.length) runProgram("vitest", "run", "--project=browser", ...rooms, "test/person");
  },
  soak(rest) {
    ensureBrowsers();
    build();
    runProgram("node", "test/soak/main.ts", ...rest);
  },
  runners(rest) {
    build();
    runProgram("node", "scripts/matrix-runners.mjs", ...rest);
  },
  // Hundreds of packages for each of some thirty projects, one after the other, each removed before the next.
  matrix(rest) {
    ensureBrowsers();
    build();
    runProgram("node", "bench/matrix/main.mjs", ...rest);
  },
  orca(rest) {
    build();
    runProgram("node", "scripts/orca.mjs", ...rest);
  },
  // WordPress from Debian's packages; as root on Debian what is missing is installed.
  wordpress(rest) {
    ensureBrowsers();
    build();
    runProgram("node", "scripts/wordpress.mjs", ...rest);
  },
  pictures(rest) {
    build();
    if (rest.includes("--readme")) return runProgram("node", "scripts/picture.mjs");
    if (rest.includes("--demo")) return runProgram("node", "scripts/pictures-demo.mjs");
    if (rest.includes("--editors")) return runProgram("node", "scripts/pictures-editors.mjs");
    runProgram("node", "scripts/storybook.mjs", "build");
    runProgram("node", "scripts/pictures.mjs", ...rest);
  },
};
