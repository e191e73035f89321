import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isChosen, takeTurns } from "../support/chosen-engine.ts";
import type { Driver } from "../support/driver.ts";
import { startHostServer, type HostServer } from "../support/host-server.ts";
import { announcingCases } from "./cases/announcing.ts";
import { backCases } from "./cases/back.ts";
import { closingCases } from "./cases/closing.ts";
import { copyCases } from "./cases/copies.ts";
import { failingCases } from "./cases/failing.ts";
import { inlineCases } from "./cases/inline.ts";
import { lifetimeCases } from "./cases/lifetime.ts";
import { openingCases } from "./cases/opening.ts";
import { personCases } from "./cases/person.ts";
import { trustCases } from "./cases/trust.ts";
import { ContractPage, type OwnClient } from "./contract-page.ts";

const cases = [
  ...openingCases,
  ...closingCases,
  ...backCases,
  ...announcingCases,
  ...inlineCases,
  ...copyCases,
  ...failingCases,
  ...lifetimeCases,
  ...personCases,
  ...trustCases,
];
const faces = ["core", "react", "vue", "element"];

/** A column of the matrix. */
interface Column {
  readonly name: string;
  readonly face: string;
  readonly client: OwnClient;
}

/**
 * Holds the faces to every case in one engine, and the core also without the vendor's script. In `npm test` every face runs every case in
 * Chromium; Firefox and WebKit take turns with a case, in one face, another one from case to case (decisions 52, 54).
 *
 * @param path Where the engine is; without it the engine is left out, as scripts/browsers.mjs has said. `FACE`, `ENGINE` and `CLIENT` in
 * the environment run all of what they name: every face in one engine (`ENGINE=firefox`), the whole matrix (`ENGINE=all`), every face
 * without the vendor's script (`CLIENT=direct`).
 */
export function runContract(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { FACE, ENGINE, CLIENT } = process.env;
  const columns = [
    ...faces.map((face): Column => ({ name: face, face, client: "npm" })),
    ...faces.map((face): Column => ({ name: `${face}+direct`, face, client: "direct" })),
  ]
    // What a client does is the same for every face: in `npm test` one of them shows it.
    .filter(({ face, client }) => (CLIENT ? client === CLIENT : client === "npm" || face === "core"))
    .filter(({ face }) => !FACE || face === FACE);
  const isWhole = engine === "chromium" || Boolean(FACE ?? ENGINE ?? CLIENT);
  describe.runIf(path && isChosen(engine))(engine, () => {
    let host: HostServer;
    let driver: Driver;
    beforeAll(async () => {
      host = await startHostServer();
      driver = await launch();
    });
    afterAll(async () => {
      await driver?.close();
      await host?.close();
    });

    const inTurn = isWhole ? cases : takeTurns(engine, cases);
    for (const [column, { name: title, face, client }] of columns.entries())
      describe(title, () => {
        const own = inTurn.filter((_, index) => isWhole || index % columns.length === column);
        for (const { name, run } of own) {
          it(name, async () => {
            const page = new ContractPage(driver, host, face, client);
            await run(page);
            expect(await page.driver.evaluate("harness.uncaught")).toEqual([]);
          });
        }
      });
  });
}
