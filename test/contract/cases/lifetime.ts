import { expect } from "vitest";
import { translatePage, translators } from "../../support/translate-page.ts";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft } from "../contract-page.ts";

export const lifetimeCases: ContractCase[] = [
  {
    name: "calls the latest callbacks and re-creates nothing",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      await page.update({ tag: "second" });
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect((await page.events()).map(({ tag, type }) => `${tag} ${type}`)).toEqual(["first open", "second close"]);
      expect(await page.tokenCalls()).toEqual(["open"]);
    },
  },
  {
    name: "drops the session in silence when unmounted while loading",
    async run(page) {
      await page.mount({ token: "slow" });
      await page.click();
      await page.untilShown("loading");
      await page.unmount();
      await expect.poll(() => page.status()).toBe("idle");
      expect(await page.eventTypes()).toEqual([]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "keeps the session when unmounted while open, and still delivers close",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      await page.unmount();
      await page.clickInConnect("Close Connect");
      await expect.poll(() => page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "closes the session when unmounted while open, if asked to",
    async run(page) {
      await page.mount({ closeOnUnmount: true });
      await page.click();
      await page.untilLive();
      await page.unmount();
      await expect.poll(() => page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "works again after being unmounted and mounted",
    async run(page) {
      await page.mount();
      await page.unmount();
      await page.remount();
      await page.click();
      await page.untilShown("open");
    },
  },
  {
    name: "survives being moved in the document, before and during a session",
    async run(page) {
      await page.mount();
      await page.driver.evaluate("harness.move()");
      await page.click();
      await page.untilLive();
      await page.driver.evaluate("harness.move()");
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
    },
  },
  ...translators.map((translator): ContractCase => ({
    name: `goes on when the browser has translated the page, as ${translator} does`,
    async run(page) {
      const translate = (): Promise<unknown> =>
        page.driver.evaluate(`(${String(translatePage)})(${JSON.stringify(translator)})`);
      await page.mount({ token: "reject-once" });
      await translate();
      await page.click();
      await page.untilShown("error");
      await translate();
      await page.click();
      await page.untilLive();
      await translate();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["error", "open", "close"]);
    },
  })),
];
