import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isChosen } from "../support/chosen-engine.ts";
import { waitFor, type Driver } from "../support/driver.ts";
import { startFaultServer, type FaultServer } from "./fault-server.ts";

const closing = { type: "hapi-connect-close", status: "SUCCESS" };

/**
 * Leaves the host's page in mid-session and comes back by the history of a real browser, which may have kept the page as it was,
 * or loads it anew.
 *
 * @param path Where the engine is; without it the engine is left out.
 */
export function runHistory(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { FAULT } = process.env;
  describe.runIf(path && !FAULT && isChosen(engine))(`${engine}: the history of the browser`, () => {
    let server: FaultServer;
    let driver: Driver;
    beforeAll(async () => void (server = await startFaultServer()));
    afterAll(() => server?.close());
    // A history of its own for each.
    beforeEach(async () => void (driver = await launch()));
    afterEach(() => driver?.close());

    /** A page that was loaded anew starts its scripts when it likes. */
    const untilReady = (): Promise<unknown> =>
      waitFor(async () => (await driver.evaluate<boolean>(`typeof window.world === "object"`)) || undefined, "world");

    // In the page, the box that Connect is in is the page's own.
    const places = { "over the page": "{}", "in the page": `{ container: document.querySelector("main") }` };
    it.each(Object.entries(places))("finds a page that works, and Connect %s as it was", async (_, options) => {
      await driver.goto(server.pageUrl());
      await untilReady();
      // A page that nobody has touched gets no entry of its own in some browsers' history.
      await driver.click("#field");
      await driver.evaluate(`world.openKit(${options}).then((session) => void (window.session = session))`);
      await driver.goto(`${server.hostUrl}/elsewhere`);
      await driver.goBack();
      await untilReady();

      const wasKept = await driver.evaluate<boolean>(`"session" in window`);
      console.log(`${engine}: the page was ${wasKept ? "kept as it was" : "loaded anew"}`);
      if (wasKept) {
        // It is alive: what its page says is heard, and ends it.
        const ended = `world.say(${JSON.stringify(closing)}).then(() => session.over).then(({ reason }) => reason)`;
        expect(await driver.evaluate(ended)).toBe("finished");
        expect(await driver.evaluate(`session.events.map(({ type }) => type)`)).toEqual(["open", "close"]);
      }
      await driver.evaluate(`world.mustWorkAgain()`);
      expect(await driver.evaluate(`world.mustBeClean()`)).toBeFalsy();
    });
  });
}
