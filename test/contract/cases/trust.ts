import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";

export const trustCases: ContractCase[] = [
  {
    name: "ignores forged messages from the page itself",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      await page.driver.evaluate(`
        for (const type of ["hapi-connect-close", "hapi-connect-connect-source"]) {
          const data = { type, status: "SUCCESS", currentConnections: [{ id: "666", name: "Forged" }] };
          window.postMessage(data, "*");
          const event = new MessageEvent("message", { data, origin: ${JSON.stringify(page.host.sandbox.url)} });
          Object.defineProperty(event, "source", { value: harness.find("#human-api").contentWindow });
          window.dispatchEvent(event);
        }`);
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.driver.evaluate("harness.state().currentConnections")).toEqual([]);
    },
  },
  {
    name: "ignores forged messages from a frame inside Connect",
    async run(page) {
      await page.mount({ scenario: "forged-messages" });
      await page.click();
      await page.untilLive();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.driver.evaluate("harness.state().currentConnections")).toEqual([]);
    },
  },
  {
    name: "takes no harm from junk messages",
    async run(page) {
      await page.mount({ scenario: "junk-messages" });
      await page.click();
      await page.untilLive();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate("harness.uncaught")).toEqual([]);
    },
  },
  {
    name: "reads the names that clients of 1.x used",
    async run(page) {
      await page.mount({ scenario: "v1-names" });
      page.host.sandbox.connectSource(page.user);
      await page.click();
      await page.untilLive();
      // It is there when Connect knows what is connected; before that, closing tells nothing.
      await page.clickInConnect("All");
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate("harness.state().currentConnections.length")).toBe(1);
    },
  },
  {
    name: "keeps what it knew when Connect closes without results",
    async run(page) {
      await page.mount({
        scenario: "abnormal-close",
        options: { initialConnections: [{ id: "a", name: "Known before" }] },
      });
      await page.click();
      await page.untilLive();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate("harness.state().currentConnections")).toEqual([
        { id: "a", name: "Known before" },
      ]);
    },
  },
];
