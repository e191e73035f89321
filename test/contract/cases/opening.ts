import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft } from "../contract-page.ts";

export const openingCases: ContractCase[] = [
  {
    name: "shows idle and costs nothing before anybody shows intent",
    async run(page) {
      page.host.sandbox.clearRequests();
      await page.mount();
      expect(await page.shownStatus()).toBe("idle");
      expect(await page.tokenCalls()).toEqual([]);
      expect(await page.driver.evaluate("document.scripts.length")).toBe(1);
      // A Connect page that the case before has left may still be calling its own API; only a page that was asked for can.
      const asked = page.host.sandbox.requests.filter(({ pathname }) => !pathname.startsWith("/connect/"));
      expect(asked).toEqual([]);
    },
  },
  {
    name: "goes from a click through loading to open",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilShown("open");
      expect(await page.shown()).toEqual(["idle", "loading", "open"]);
      expect(await page.eventTypes()).toEqual(["open"]);
      expect(await page.tokenCalls()).toEqual(["open"]);
    },
  },
  {
    name: "opens once for a double click, with one request to the Connect page and no Referer",
    async run(page) {
      await page.mount({ client: page.scriptClient });
      page.host.sandbox.clearRequests();
      await page.driver.evaluate("{ harness.button().click(); harness.button().click(); }");
      await page.untilLive();
      expect(await page.tokenCalls()).toEqual(["open"]);
      const asked = page.host.sandbox.requests.filter(({ pathname }) => pathname === "/");
      const pages = asked.filter(({ method }) => method === "GET");
      expect(pages.map(({ referer, queryNames }) => ({ referer, queryNames }))).toEqual([
        { referer: null, queryNames: ["token"] },
      ]);
      // Whether Connect can be reached is asked without anything about the page or the person.
      const tells = asked.filter(
        ({ method, referer, queryNames }) => method !== "GET" && (referer || queryNames.length),
      );
      expect(tells).toEqual([]);
    },
  },
  {
    name: "opens with the vendor's script from a CDN as well as from npm, or without it",
    async run(page) {
      await page.mount({ client: page.scriptClient, scenario: "autopilot" });
      await page.click();
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "connect", "close"]);
      const isLoaded = page.scriptClient === "cdn";
      expect(await page.driver.evaluate("typeof window.HumanConnect?.open")).toBe(isLoaded ? "function" : "undefined");
      expect(await page.driver.evaluate("document.scripts.length")).toBe(isLoaded ? 2 : 1);
    },
  },
  {
    name: "keeps the page still under the stage and gives scrolling back",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      expect(await page.driver.evaluate("getComputedStyle(document.documentElement).overflow")).toBe("hidden");
      await page.driver.evaluate("harness.close()");
      await page.untilShown("closed");
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
];
