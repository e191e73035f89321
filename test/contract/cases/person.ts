import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft, type ContractPage } from "../contract-page.ts";
import type { MountConfig } from "../harness/harness.ts";

/** Somebody with one source. */
const first = { user: "first", initialConnections: [{ id: "a", name: "Source of the first person" }] };

/** Signs somebody else in: another user of the page, and of its backend, who has connected nothing. */
function signInSecond(page: ContractPage, config: Partial<MountConfig> = {}): Promise<void> {
  return page.update({ user: `${page.user}-second`, options: { user: "second", initialConnections: [] }, ...config });
}

const connections = (page: ContractPage): Promise<unknown> =>
  page.driver.evaluate("harness.state().currentConnections.length");

const sourcesIn = ({ detail }: { detail: unknown }): unknown => {
  const { session } = detail as { session: { sessionResults: object; currentConnections: unknown[] } };
  return [...Object.values(session.sessionResults).flat(), ...session.currentConnections];
};

export const personCases: ContractCase[] = [
  {
    name: "begins anew when somebody else is signed in",
    async run(page) {
      await page.mount({ options: first });
      await page.click();
      await page.untilLive();
      await page.clickOnStage("close");
      await page.untilShown("closed");
      expect(await connections(page)).toBe(1);

      await signInSecond(page);

      await page.untilShown("idle");
      expect(await connections(page)).toBe(0);
      await page.click();
      await page.untilLive();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(sourcesIn(await page.event("close"))).toEqual([]);
      expect(await page.tokenCalls()).toEqual(["open", "open"]);
    },
  },
  {
    name: "ends an open session when somebody else is signed in, and tells them nothing of it",
    async run(page) {
      await page.mount({ options: first });
      await page.click();
      await page.untilLive();

      await signInSecond(page);

      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
      const close = await page.event("close");
      expect(close.detail).toMatchObject({ reason: "closed-by-host" });
      expect([sourcesIn(close), await connections(page)]).toEqual([[], 0]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "opens nothing of somebody who has left while it loaded",
    async run(page) {
      await page.mount({ client: "hangs", options: first });
      await page.click();
      await page.untilShown("loading");
      await expect.poll(() => page.tokenCalls()).toEqual(["open"]);

      await signInSecond(page, { client: page.client });
      await page.untilShown("closed");
      expect(await page.leftovers()).toEqual(nothingLeft);
      await page.click();
      await page.untilLive();

      expect(await page.tokenCalls()).toEqual(["open", "open"]);
      expect(await page.eventTypes()).toEqual(["close", "open"]);
    },
  },
];
