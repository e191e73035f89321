import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import type { ContractPage } from "../contract-page.ts";

/** What the live regions of the page hold once the stage has gone. The core draws none. */
async function expectSaid(page: ContractPage, text: RegExp): Promise<void> {
  const read = `harness.findAll("[role=status]").map(({ textContent }) => textContent).filter(Boolean)`;
  const said = page.face === "core" ? [] : [expect.stringMatching(text)];
  await expect.poll(() => page.driver.evaluate(read)).toEqual(said);
}

export const announcingCases: ContractCase[] = [
  {
    name: "says at the end what a session has connected",
    async run(page) {
      await page.mount({ scenario: "autopilot" });
      await page.click();
      await page.untilShown("closed");
      await expectSaid(page, /^\S.+ connected\. 1 source connected\.$/);
    },
  },
  {
    name: "says nothing at the end of a session that has changed nothing",
    async run(page) {
      await page.mount();
      await page.click();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate(`harness.find("[role=status]")?.textContent ?? ""`)).toBe("");
    },
  },
  {
    name: "says what went wrong, where it can be seen",
    async run(page) {
      await page.mount({ token: "reject-once" });
      await page.click();
      await page.untilShown("error");
      await expectSaid(page, /^Connect could not be opened\. Try again\.$/);
      if (page.face === "core") return;
      const isSeen = `harness.find("[role=status]").getBoundingClientRect().height > 10`;
      expect(await page.driver.evaluate(isSeen)).toBe(true);
    },
  },
];
