import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft } from "../contract-page.ts";

interface SessionDetail {
  reason?: string;
  source?: { name: string };
  session: {
    sessionResults: { connectedSources: { name: string }[]; disconnectedSources: { name: string }[] };
    currentConnections: { name: string }[];
  };
}

/** One of the sandbox's providers; their ids never change. */
const clinic = { id: "52d885afee5ae48ccda47423", name: "Alderwick Family Clinic" };

export const closingCases: ContractCase[] = [
  {
    name: "closes with the normalised session when the person is done",
    async run(page) {
      await page.mount();
      await page.click();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      const { reason, session } = (await page.event("close")).detail as SessionDetail;
      expect(reason).toBe("finished");
      expect(session).toEqual({
        sessionResults: { connectedSources: [], disconnectedSources: [], requestedSources: [] },
        currentConnections: [],
        requestedProviders: [],
      });
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "tells of a connected source at once, and keeps it after closing",
    async run(page) {
      await page.mount({ scenario: "autopilot" });
      await page.click();
      await page.untilShown("closed");
      const { source, session } = (await page.event("connect")).detail as SessionDetail;
      expect(session.currentConnections).toEqual([source]);
      expect(await page.driver.evaluate("harness.state().currentConnections")).toEqual([source]);
    },
  },
  {
    name: "tells of a disconnected source at once",
    async run(page) {
      page.host.sandbox.connectSource(page.user, clinic.id);
      await page.mount();
      await page.click();
      await page.clickInConnect(`Disconnect ${clinic.name}`);
      await page.clickInConnect("Yes, disconnect");
      await expect.poll(() => page.eventTypes()).toEqual(["open", "disconnect"]);
      const { source, session } = (await page.event("disconnect")).detail as SessionDetail;
      expect(source).toEqual(clinic);
      expect(session.currentConnections).toEqual([]);
    },
  },
  {
    name: "closes when the host says so",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      await page.driver.evaluate("harness.close()");
      await page.untilShown("closed");
      expect(((await page.event("close")).detail as SessionDetail).reason).toBe("closed-by-host");
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "lets a person out with Escape before Connect shows life",
    async run(page) {
      await page.mount({ scenario: "never-loads" });
      await page.click();
      // The frame is in the page, and shows nothing: so nothing says that Connect is open.
      await page.untilPlaced();
      expect([await page.status(), await page.shownStatus()]).toEqual(["loading", "loading"]);
      await page.driver.press("Escape");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["close"]);
      expect(((await page.event("close")).detail as SessionDetail).reason).toBe("cancelled");
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "lets a person out with Close while Connect is shown",
    async run(page) {
      await page.mount();
      await page.click();
      await page.untilLive();
      await page.clickOnStage("close");
      await page.untilShown("closed");
      expect(((await page.event("close")).detail as SessionDetail).reason).toBe("cancelled");
    },
  },
  {
    name: "shows Cancel when loading takes long, and cancels",
    async run(page) {
      await page.mount({ token: "slow" });
      await page.click();
      await page.clickOnStage("cancel");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["close"]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "gives the focus back to the button without scrolling",
    async run(page) {
      await page.mount();
      await page.driver.evaluate(`harness.move(); scrollTo(0, 40)`);
      await page.click();
      const before = await page.driver.evaluate("scrollY");
      await page.untilLive();
      await page.clickInConnect("Close Connect");
      await page.untilShown("closed");
      expect(await page.driver.evaluate("harness.hasFocus()")).toBe(true);
      expect(await page.driver.evaluate("scrollY")).toBe(before);
    },
  },
];
