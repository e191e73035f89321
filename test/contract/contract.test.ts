import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium-driver.ts";
import type { Driver } from "../support/driver.ts";
import { startHostServer, type HostServer } from "../support/host-server.ts";
import { closingCases } from "./cases/closing.ts";
import { failingCases } from "./cases/failing.ts";
import { lifetimeCases } from "./cases/lifetime.ts";
import { openingCases } from "./cases/opening.ts";
import { trustCases } from "./cases/trust.ts";
import { ContractPage } from "./contract-page.ts";

const cases = [...openingCases, ...closingCases, ...failingCases, ...lifetimeCases, ...trustCases];
const engines: Record<string, () => Promise<Driver>> = { chromium: launchChromium };
const wanted = (name: string, all: string[]): string[] => all.filter((one) => !process.env[name] || process.env[name] === one);

let host: HostServer;
beforeAll(async () => {
  host = await startHostServer();
});
afterAll(() => host?.close());

describe.each(wanted("ENGINE", Object.keys(engines)))("%s", (engine) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await engines[engine]!();
  });
  afterAll(() => driver?.close());

  describe.each(wanted("FACE", ["core", "react"]))("%s", (face) => {
    it.each(cases)("$name", async ({ run }) => {
      const page = new ContractPage(driver, host, face);
      await run(page);
      expect(await page.driver.evaluate("harness.uncaught")).toEqual([]);
    });
  });
});
