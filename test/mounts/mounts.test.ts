import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frames } from "./frames.ts";
import { keepPromises } from "./promises.ts";
import { readRows } from "./read-rows.ts";
import { type Mounted, startProgram, writeProgram } from "./run-mount.ts";
import { createStage, type Stage } from "./stage.ts";

/** Rows that need more than a program of Node's have a file of their own. */
const elsewhere = ["Next.js, `route.ts`", "Next.js, `pages/api`", "Cloudflare Workers"];
const rows = readRows();

it("every row of the README is run here or beside", () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...Object.keys(frames), ...elsewhere].toSorted());
});

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage?.close());

for (const row of rows.filter(({ name }) => name in frames)) {
  describe(`the row ${row.name}`, () => {
    for (const [name, frame] of Object.entries(frames[row.name] ?? {})) {
      describe(name, () => {
        let mounted: Mounted;
        beforeAll(async () => {
          const program = await writeProgram(`${row.name} ${name}`, frame(row));
          mounted = await startProgram([program], stage.environment);
        });
        afterAll(() => mounted?.close());

        keepPromises(
          () => mounted,
          () => stage,
        );

        if (name.includes("cors"))
          it("keeps the headers of the plugin", async () => {
            const headers = { "x-user": "jane", "sec-fetch-site": "same-origin", origin: "https://page.example" };
            const response = await fetch(mounted.token, { method: "POST", headers });

            expect(response.status).toBe(200);
            expect(response.headers.get("access-control-allow-origin")).toBe("https://page.example");
          });
      });
    }
  });
}
