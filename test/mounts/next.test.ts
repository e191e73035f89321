import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { keepPromises } from "./promises.ts";
import { readRows } from "./read-rows.ts";
import { type Mounted, runProgram, startProgram } from "./run-mount.ts";
import { createStage, type Stage } from "./stage.ts";

const folder = at("test/mounts/dist/next");
const next = at("test/mounts/node_modules/next/dist/bin/next");
const rowOf = (name: string) => readRows().find((row) => row.name === name)!;

/** A file of the app: what it stands on, and the lines of a row. */
function writeRoute(file: string, lines: readonly string[]): void {
  const path = join(folder, file);
  const shared = `import { handleEvents, handleToken } from ${JSON.stringify(toFixtures(file))};
import { toNodeHandler } from "@human-connect/server/node";`;
  write(path, [shared, ...lines].join("\n"));
}

const toFixtures = (file: string): string => `${"../".repeat(file.split("/").length - 1)}../../fixtures/handlers.mjs`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The lines with which the README begins, where `auth` is a session of the host's. */
function readFirstLines(): string {
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readFileSync(at("packages/server/README.md"), "utf8")) ?? [];
  return `const auth = async () => ({ user: { id: "jane" } });\n${stripTypeScriptTypes(code)}`;
}

/** Long enough for a cold build on two busy cores; what takes longer hangs. */
const buildMs = 240_000;

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CI: "1" };

/** Starts what was built. */
const start = (environment: Readonly<Record<string, string>>, path: string): Promise<Mounted> =>
  startProgram(
    [next, "start", "--port", "0", "--hostname", "127.0.0.1"],
    { ...quiet, ...environment },
    (line) => {
      const [origin] = /http:\/\/(127\.0\.0\.1|localhost):[1-9]\d+/.exec(line) ?? [];
      return origin === undefined
        ? undefined
        : { token: `${origin}/api/${path}/token`, events: `${origin}/api/${path}/notifications` };
    },
    folder,
  );

describe("Next.js, built without a secret", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage();
    rmSync(folder, { recursive: true, force: true });
    const [route, pages] = [rowOf("Next.js, `route.ts`"), rowOf("Next.js, `pages/api`")];
    writeRoute("app/api/human-connect/token/route.js", route.token);
    writeRoute("app/api/human-connect/notifications/route.js", route.events);
    writeRoute("pages/api/pages/token.js", pages.token);
    writeRoute("pages/api/pages/notifications.js", pages.events);
    write(join(folder, "app/api/readme/token/route.js"), readFirstLines());
    const config = { turbopack: { root: at(".") } };
    write(join(folder, "next.config.mjs"), `export default ${JSON.stringify(config)};`);
    await runProgram([next, "build"], quiet, folder);
  }, buildMs);
  afterAll(() => stage?.close());

  describe.each([
    ["route.ts", "human-connect"],
    ["pages/api", "pages"],
  ])("the row of %s", (_, path) => {
    let mounted: Mounted;
    beforeAll(async () => {
      mounted = await start(stage.environment, path);
    });
    afterAll(() => mounted?.close());

    keepPromises(
      () => mounted,
      () => stage,
    );
  });

  it("the README's whole endpoint names the variable that is missing when it is called", async () => {
    const mounted = await start({}, "readme");
    try {
      const response = await fetch(mounted.token, { method: "POST" });

      expect(response.status).toBe(500);
      expect(await response.text()).toContain("HUMAN_API_CLIENT_SECRET");
    } finally {
      await mounted.close();
    }
  });
});
