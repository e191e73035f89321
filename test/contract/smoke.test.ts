import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium-driver.ts";
import type { Driver } from "../support/driver.ts";
import { startHostServer, type HostServer } from "../support/host-server.ts";
import { ContractPage } from "./contract-page.ts";

let host: HostServer;
let driver: Driver;
beforeAll(async () => { host = await startHostServer(); driver = await launchChromium(); });
afterAll(async () => { await driver?.close(); await host?.close(); });
describe.each(["core", "react"])("%s", (face) => {
  it("autopilot", async () => {
    const page = new ContractPage(driver, host, face);
    await page.mount({ scenario: "autopilot" });
    expect(await page.shownStatus()).toBe("idle");
    await page.click();
    await expect.poll(() => page.shownStatus(), { timeout: 8000 }).toBe("closed");
    console.log(JSON.stringify(await page.events(), null, 1));
    console.log(await page.driver.evaluate("harness.uncaught"));
  });
});
