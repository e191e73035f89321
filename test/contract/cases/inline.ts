import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft, type ContractPage } from "../contract-page.ts";

const rectOf = (expression: string): string =>
  `(({ x, y, width, height }) => ({ x, y, width, height }))(${expression}.getBoundingClientRect())`;

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box of the stage, in pixels of the page. */
function stageBox(page: ContractPage): Promise<Rect> {
  return page.driver.evaluate(
    rectOf(`harness.find("[data-human-connect-stage]").shadowRoot.querySelector("[part=surface]")`),
  );
}

async function expectButtonBack(page: ContractPage): Promise<void> {
  expect(await page.driver.evaluate("harness.hasFocus()")).toBe(true);
  expect(await page.driver.evaluate("getComputedStyle(harness.button()).visibility")).toBe("visible");
  expect(await page.leftovers()).toEqual(nothingLeft);
}

export const inlineCases: ContractCase[] = [
  {
    name: "inline: shows Connect in a box of the page, as large as the box, and leaves the page alone",
    async run(page) {
      await page.mount({ inline: true });
      await page.click();
      await page.untilLive();
      const root = await page.driver.evaluate<Rect>(rectOf(`document.querySelector("#root")`));
      const box = await stageBox(page);
      expect([box.x, box.y, box.width, box.height].map(Math.round)).toEqual(
        [root.x, root.y, root.width, 500].map(Math.round),
      );
      const frame = await page.driver.evaluate<Rect>(rectOf(`harness.find("#human-api")`));
      expect(frame.height).toBeGreaterThan(400);
      expect(frame.y + frame.height).toBeLessThanOrEqual(box.y + box.height + 1);
      expect(await page.driver.evaluate(`harness.find(":modal")`)).toBeNull();
      expect(await page.driver.evaluate("document.documentElement.getAttribute('style')")).toBeNull();
    },
  },
  {
    name: "inline: says in the box that it is on its way, with a way out",
    async run(page) {
      await page.mount({ inline: true, token: "hang-once" });
      // Read in the page itself: a driver on a busy machine may come when the words of a long wait are there.
      await page.driver.evaluate(`(window.words = [], void setInterval(() => {
        const text = harness.find("[data-human-connect-stage]")?.shadowRoot.querySelector("[role=status]").textContent;
        if (text && words.at(-1) !== text) words.push(text);
      }, 20))`);
      await page.click();
      await expect.poll(() => page.driver.evaluate("words[0]")).toBe("Opening Connect…");
      await page.clickOnStage("cancel");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["close"]);
      await expectButtonBack(page);
    },
  },
  {
    name: "inline: can be closed in its place, and gives the focus back",
    async run(page) {
      await page.mount({ inline: true });
      await page.click();
      await page.untilLive();
      await page.clickOnStage("close");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
      await expectButtonBack(page);
    },
  },
  {
    name: "inline: offers to try again in its place after an error",
    async run(page) {
      await page.mount({ inline: true, token: "reject-once" });
      await page.click();
      await page.untilShown("error");
      await expectButtonBack(page);
      expect(await page.driver.evaluate("harness.button().textContent")).toContain("Try again");
      await page.click();
      await page.untilLive();
      expect((await stageBox(page)).height).toBe(500);
    },
  },
  {
    name: "inline: ends the session when its box leaves the page",
    async run(page) {
      await page.mount({ inline: true });
      await page.click();
      await page.untilLive();
      await page.unmount();
      await expect.poll(() => page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.event("close")).toMatchObject({ detail: { reason: "closed-by-host" } });
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
];
