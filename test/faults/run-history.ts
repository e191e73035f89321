import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor, type Driver } from "../support/driver.ts";
import { startFaultServer, type FaultServer } from "./fault-server.ts";

/**
 * Leaves the host's page in mid-session and comes back by the history of a real browser, which may have kept the page as it was,
 * or loads it anew.
 *
 * @param path Where the engine is; without it the engine is left out.
 */
export function runHistory(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { FAULT, ENGINE } = process.env;
  describe.runIf(path && !FAULT && (!ENGINE || ENGINE === engine))(`${engine}: the history of the browser`, () => {
    let server: FaultServer;
    let driver: Driver;
    beforeAll(async () => {
      server = await startFaultServer();
      driver = await launch();
      await driver.goto(server.pageUrl());
      await untilTitled("Host");
    });
    afterAll(async () => {
      await driver?.close();
      await server?.close();
    });

    const untilTitled = async (title: string): Promise<void> => {
      const isThere = `document.title === ${JSON.stringify(title)} && document.readyState === "complete"`;
      const isReady = title === "Host" ? `${isThere} && typeof window.world === "object"` : isThere;
      await waitFor(async () => (await driver.evaluate<boolean>(isReady)) || undefined, title);
    };

    it("finds a page that works, whether the browser has kept it or not", async () => {
      // A page that nobody has touched gets no entry of its own in some browsers' history.
      await driver.click("#field");
      await driver.evaluate(`world.openKit().then((session) => void (window.session = session))`);
      await driver.evaluate(`void setTimeout(() => (location.href = "/elsewhere"))`);
      await untilTitled("Elsewhere");
      await driver.evaluate(`void setTimeout(() => history.back())`);
      await untilTitled("Host");

      const wasKept = await driver.evaluate<boolean>(`"session" in window`);
      console.log(`${engine}: the page was ${wasKept ? "kept as it was" : "loaded anew"}`);
      if (wasKept) {
        const ended = await driver.evaluate(`(session.connect.close(), session.over.then(({ status }) => status))`);
        expect(ended).toBe("closed");
      }
      await driver.evaluate(`world.mustWorkAgain()`);
      expect(await driver.evaluate(`world.mustBeClean()`)).toBeFalsy();
    });
  });
}
