import { expect, it } from "vitest";
import { runCommand } from "./example-server.ts";
import { runExample } from "./run-example.ts";

runExample({
  name: "nuxt",
  build: ["node_modules/nuxt/bin/nuxt.mjs", "build"],
  start: [".output/server/index.mjs"],
  outputs: [".nuxt", ".output"],
});

it("the nuxt example has no type error", async () => {
  const check = runCommand("nuxt", ["node_modules/vue-tsc/bin/vue-tsc.js", "-b", "--noEmit"], {});

  await expect(check).resolves.toBeUndefined();
}, 120_000);
