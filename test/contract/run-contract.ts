import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
 * Holds every face to every case in one engine, and the core also without the vendor's script.
 *
 * @param path Where the engine is; without it the engine is left out, as scripts/browsers.mjs has said. `FACE` and `ENGINE` in
 * the environment leave only one of each; `CLIENT=direct` runs every face without the vendor's script.
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
  describe.runIf(path && (!ENGINE || ENGINE === engine))(engine, () => {
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

    describe.each(columns)("$name", ({ face, client }) => {
      for (const { name, run } of cases) {
        it(name, async () => {
          const page = new ContractPage(driver, host, face, client);
          await run(page);
          expect(await page.driver.evaluate("harness.uncaught")).toEqual([]);
        });
      }
    });
  });
}
