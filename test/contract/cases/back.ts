import { expect } from "vitest";
import { findMs } from "../../support/driver.ts";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft, type ContractPage } from "../contract-page.ts";

const options = { closeOnBack: true };

/** A page of a host whose router listens, at its second entry. */
const enter = `{
  window.heard = [];
  history.replaceState({ position: 1, own: { deep: [1] } }, "");
  history.pushState({ position: 2 }, "", "#two");
  addEventListener("popstate", ({ state }) => heard.push(state?.position));
}`;
const pushThree = `history.pushState({ position: 3 }, "", "#three")`;
const moments = [
  `${pushThree}; harness.close();`,
  `harness.close(); ${pushThree};`,
  `harness.close(); void (async () => { await null; ${pushThree}; })();`,
  `harness.close(); setTimeout(() => ${pushThree});`,
];
/** While the browser is on its way back: the host goes on, and a driver could not hit the moment. */
const late = `{
  const owners = [[History.prototype, "back"], [window.Navigation?.prototype, "traverseTo"]].filter(([owner]) => owner);
  for (const [owner, name] of owners) {
    const own = owner[name];
    owner[name] = function (...given) {
      setTimeout(() => ${pushThree}, 1);
      for (const restore of restores) restore();
      return own.apply(this, given);
    };
    owner[name].restore = () => (owner[name] = own);
  }
  const restores = owners.map(([owner, name]) => owner[name].restore);
  harness.close();
}`;
const place = `[location.hash, history.state, heard]`;

async function goBack({ driver }: ContractPage): Promise<void> {
  await driver.evaluate("void setTimeout(() => history.back())");
}

async function until(page: ContractPage, expression: string, value: unknown): Promise<void> {
  await expect.poll(() => page.driver.evaluate(expression), { timeout: findMs }).toEqual(value);
}

async function open(page: ContractPage): Promise<void> {
  await page.click();
  await page.untilLive();
}

export const backCases: ContractCase[] = [
  {
    name: "closes with Back where the host wants that, and the history is as it was, also when it ends otherwise",
    async run(page) {
      await page.mount({ options });
      await page.driver.evaluate(enter);
      await open(page);
      await page.driver.evaluate(`history.replaceState({ ...history.state, tree: "new" }, "")`);
      // Where the entry is the page's, the kit looks ten times a second what it holds.
      await page.driver.evaluate("new Promise((done) => setTimeout(done, 250))");
      await goBack(page);
      await page.untilShown("closed");
      expect((await page.event("close")).detail).toMatchObject({ reason: "cancelled" });
      expect(await page.driver.evaluate(place)).toEqual(["#two", { position: 2, tree: "new" }, []]);
      expect(await page.leftovers()).toEqual(nothingLeft);

      await open(page);
      await page.driver.evaluate(`history.replaceState({ position: 2, tree: "newer" }, "")`);
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate(place)).toEqual(["#two", { position: 2, tree: "newer" }, []]);
      expect(await page.leftovers()).toEqual(nothingLeft);
      await goBack(page);
      await until(page, place, ["", { position: 1, own: { deep: [1] } }, [1]]);
      expect(await page.eventTypes()).toEqual(["open", "close", "open", "close"]);
    },
  },
  {
    name: "leaves alone where the host goes while Connect is open, or in the moment in which it ends",
    async run(page) {
      await page.mount({ options });
      await page.driver.evaluate(enter);
      // In Chromium it is a frame that goes back.
      const all = page.driver.engine === "chromium" ? moments : [...moments, late];
      for (const [steps, moment] of all.entries()) {
        await open(page);
        await page.driver.evaluate(moment);
        await page.untilShown("closed");
        expect(await page.driver.evaluate(place)).toEqual(["#three", { position: 3 }, Array(steps).fill(2)]);
        await goBack(page);
        await until(page, place, ["#two", expect.objectContaining({ position: 2 }), Array(steps + 1).fill(2)]);
      }
    },
  },
  {
    name: "hears nothing of Back in the page, where Connect is a part of it",
    async run(page) {
      await page.mount({ options, inline: true });
      await page.driver.evaluate(enter);
      await open(page);
      await goBack(page);
      await until(page, place, ["", { position: 1, own: { deep: [1] } }, [1]]);
      expect(await page.status()).toBe("open");
    },
  },
];
