import { Miniflare } from "miniflare";
import { build } from "rolldown";
import { afterAll, beforeAll, describe } from "vitest";
import { at } from "../../alias.ts";
import { keepPromises } from "./promises.ts";
import { readRows } from "./read-rows.ts";
import type { Mounted } from "./run-mount.ts";
import { createStage, type Stage } from "./stage.ts";

const row = readRows().find(({ name }) => name === "Cloudflare Workers");

describe("the row Cloudflare Workers, in workerd", () => {
  let stage: Stage;
  let worker: Miniflare;
  let mounted: Mounted;
  beforeAll(async () => {
    stage = await createStage();
    const code = `
import { handleEvents, handleToken } from ${JSON.stringify(at("test/mounts/fixtures/handlers.mjs"))};
${[...row!.token, ...row!.events].join("\n")}
export default {
  fetch: (request, env, context) => (new URL(request.url).pathname === "/token" ? tokens : events).fetch(request, env, context),
};`;
    const bundle = await build({
      input: "worker",
      plugins: [
        {
          name: "worker",
          resolveId: (id) => (id === "worker" ? id : null),
          load: (id) => (id === "worker" ? code : null),
        },
      ],
      resolve: { conditionNames: ["workerd", "import"] },
      platform: "neutral",
      write: false,
    });
    worker = new Miniflare({
      modules: true,
      script: bundle.output[0].code,
      compatibilityDate: "2026-07-01",
      compatibilityFlags: ["nodejs_compat"],
      bindings: { ...stage.environment },
    });
    const { origin } = await worker.ready;
    mounted = { token: `${origin}/token`, events: `${origin}/events`, close: () => worker.dispose() };
  });
  afterAll(async () => {
    await worker?.dispose();
    await stage?.close();
  });

  keepPromises(
    () => mounted,
    () => stage,
  );
});
