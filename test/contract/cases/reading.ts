import { expect } from "vitest";
import type { Readable } from "../../support/driver.ts";
import type { ContractCase } from "../contract-case.ts";
import type { ContractPage } from "../contract-page.ts";

const opener: Readable = { role: "button", name: "Connect your health data" };
const dialog: Readable = { role: "dialog", name: "Connect your health data" };
const retry: Readable = { role: "button", name: "Try again" };
const sorry = "Connect could not be opened. Please try again.";

/** Where the tree cannot show that the page behind the dialog is silent, and why. */
const silenceShowsNotIn: Record<string, string> = {
  webkit: "its driver computes the role of whatever is rendered, inert or not",
};

/** A frame that shows the browser's error page has loaded, or never loads: the way out is beside it, or in its place. */
const wayOutOfDeadFrame: Record<string, "cancel" | "close"> = {
  chromium: "close",
  firefox: "cancel",
  webkit: "cancel",
};

/** Goes with Tab to the next button of the stage. */
async function tabTo(page: ContractPage, name: string): Promise<void> {
  await page.driver.press("Tab");
  await expect.poll(() => page.focusOnStage()).toBe(name);
}

async function closeReasons(page: ContractPage): Promise<unknown[]> {
  const closes = (await page.events()).filter(({ type }) => type === "close");
  return closes.map(({ detail }) => (detail as { reason: string }).reason);
}

export const readingCases: ContractCase[] = [
  {
    name: "reads that it takes long, and lets a person out with keys alone, back to the button",
    async run(page) {
      await page.mount({ scenario: "never-loads" });
      await page.click();
      await page.untilRead(
        { role: "status", text: "This is taking longer than usual…" },
        { role: "button", name: "Cancel" },
        dialog,
      );
      if (!silenceShowsNotIn[page.driver.engine]) expect(await page.driver.reads(opener)).toBe(false);
      await page.driver.press("Escape");
      await page.untilShown("closed");
      await page.untilRead(opener);
      // The keys go where the focus is: on the button, and then on Cancel.
      await page.driver.press("Enter");
      await page.untilShown("open");
      await page.driver.press("Enter");
      await page.untilShown("closed");
      expect(await closeReasons(page)).toEqual(["cancelled", "cancelled"]);
    },
  },
  {
    name: "reads Reload and Close beside a page that has not spoken: one by the pointer, one by the keyboard",
    async run(page) {
      await page.mount({ scenario: "server-error" });
      await page.click();
      await page.untilRead({ role: "button", name: "Reload" }, { role: "button", name: "Close" }, dialog);
      await page.driver.evaluate(`void (window.first = document.querySelector("#human-api"))`);
      await page.clickOnStage("reload");
      await expect
        .poll(() =>
          page.driver.evaluate(`[...document.querySelectorAll("#human-api")].some((frame) => frame !== first)`),
        )
        .toBe(true);
      await page.untilLive();
      // The focus is in the frame, and nothing in there takes it.
      await tabTo(page, "Reload");
      await tabTo(page, "Close");
      await page.driver.press("Enter");
      await page.untilShown("closed");
      expect(await closeReasons(page)).toEqual(["cancelled"]);
    },
  },
  {
    name: "reads what failed beside a button that tries again, and has the focus",
    async run(page) {
      await page.mount({ token: "reject-once" });
      await page.click();
      await page.untilRead(retry, { role: "status", text: sorry });
      await page.driver.press("Enter");
      await page.untilLive();
    },
  },
  {
    name: "reads that the Connect page is out of reach, with another try and a way out",
    async run(page) {
      await page.mount({ baseUrl: "http://127.0.0.1:1/" });
      await page.click();
      const wayOut = wayOutOfDeadFrame[page.driver.engine]!;
      await page.untilRead({ role: "alert", text: sorry }, retry, {
        role: "button",
        name: wayOut === "close" ? "Close" : "Cancel",
      });
      await page.clickOnStage(wayOut);
      await page.untilShown("error");
    },
  },
];
