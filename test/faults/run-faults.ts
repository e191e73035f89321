import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { findMs, type Driver } from "../support/driver.ts";
import type { EngineName, FaultCheck } from "./fault.ts";
import { startFaultServer, type FaultServer } from "./fault-server.ts";
import { faults } from "./faults.ts";
import type { Forgeries } from "./harness/world.ts";

/** What was seen of one check in one engine; `scripts/faults.mjs` makes the table of it. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly raw: string;
  readonly kit: string;
  readonly forgeries: Forgeries;
}

/**
 * Shows every fault with the vendor's client alone, and that it is gone with the kit, in one engine.
 *
 * @param path Where the engine is; without it the engine is left out, as scripts/browsers.mjs has said. `FAULT` and `ENGINE` in
 * the environment leave only one of each.
 */
export function runFaults(engine: EngineName, launch: () => Promise<Driver>, path: string | undefined): void {
  const { FAULT, ENGINE } = process.env;
  describe.runIf(path && (!ENGINE || ENGINE === engine))(engine, () => {
    const findings: Finding[] = [];
    let server: FaultServer;
    let driver: Driver;
    beforeAll(async () => {
      server = await startFaultServer();
      driver = await launch();
    });
    afterAll(async () => {
      mkdirSync(at("test-results"), { recursive: true });
      writeFileSync(at(`test-results/faults-${engine}.json`), JSON.stringify(findings));
      await driver?.close();
      await server?.close();
    });

    /** A page of its own for each side. */
    async function runSide(id: string, check: FaultCheck, side: "raw" | "kit"): Promise<string> {
      await driver.goto(server.pageUrl(check.page));
      // Not every driver waits for a page's modules.
      await expect.poll(() => driver.evaluate("typeof window.runCheck"), { timeout: findMs }).toBe("function");
      const call = `runCheck(${JSON.stringify(id)}, ${JSON.stringify(check.name)}, "${side}")`;
      if (!check.needsClick) return driver.evaluate(call);
      await driver.evaluate(`void (window.running = ${call})`);
      await driver.click("#opener");
      return driver.evaluate("running");
    }

    describe.each(faults.filter(({ id }) => !FAULT || FAULT === id))("$id $title", ({ id, title, checks }) => {
      it.each(checks.map((check) => [check.name, check] as const))("%s", async (name, check) => {
        const hidden = check.rawShowsNotIn?.[engine];
        const raw = check.raw ? await runSide(id, check, "raw") : "–";
        const kit = await runSide(id, check, "kit");
        const forgeries = await driver.evaluate<Forgeries>("readForgeries()");
        findings.push({ id, title, name, raw, kit, forgeries });
        expect({ raw, kit }).toEqual({ raw: check.raw ? (hidden ? "gone" : "there") : "–", kit: "held" });
      });
    });
  });
}
