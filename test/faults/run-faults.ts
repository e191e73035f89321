import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isChosen, isWhole, takeTurns } from "../support/chosen-engine.ts";
import { findMs, type Driver } from "../support/driver.ts";
import type { EngineName, FaultCheck } from "./fault.ts";
import { startFaultServer, type FaultServer } from "./fault-server.ts";
import { faults, rowsOf } from "./faults.ts";
import { writeFindings, type Finding } from "./findings.ts";
import type { Forgeries } from "./harness/world.ts";

const { FAULT } = process.env;

/** Those that run with the vendor's client as well: of each fault one that shows it, or every one when products are whole. */
function checksOfVendor(engine: EngineName, checks: readonly FaultCheck[]): readonly FaultCheck[] {
  const runnable = checks.filter(({ raw }) => raw);
  if (isWhole || FAULT) return runnable;
  const shows = ({ rawNever, rawShowsNotIn }: FaultCheck): boolean => !rawNever && !rawShowsNotIn?.[engine];
  return engine === "chromium" ? runnable.filter(shows).slice(0, 1) : [];
}

/**
 * Shows in one engine that faults are gone with the kit, and that they are there with the vendor's client alone. In `npm test` Chromium runs
 * every check with the kit and one of each fault with the vendor's client, Firefox and WebKit take turns with the kit (decisions 52, 54).
 *
 * @param path Where the engine is; without it the engine is left out, as scripts/browsers.mjs has said. `FAULT` and `ENGINE` in
 * the environment leave only one of each, with both sides; `ENGINE=all` runs both sides in every engine.
 */
export function runFaults(engine: EngineName, launch: () => Promise<Driver>, path: string | undefined): void {
  const bothSides = new Set(faults.flatMap(({ checks }) => checksOfVendor(engine, checks)));
  const turns = new Set(
    takeTurns(
      engine,
      faults.flatMap(({ checks }) => checks),
    ),
  );
  describe.runIf(path && isChosen(engine))(engine, () => {
    const findings: Finding[] = [];
    let server: FaultServer;
    let driver: Driver;
    beforeAll(async () => {
      server = await startFaultServer();
      driver = await launch();
    });
    afterAll(async () => {
      writeFindings(engine, findings);
      await driver?.close();
      await server?.close();
    });

    /** A page of its own for each side. */
    async function runSide(id: string, check: FaultCheck, side: "raw" | "kit"): Promise<string> {
      await driver.goto(server.pageUrl((side === "kit" && check.kitPage) || check.page));
      // Not every driver waits for a page's modules.
      await expect.poll(() => driver.evaluate("typeof window.runCheck"), { timeout: findMs }).toBe("function");
      const call = `runCheck(${JSON.stringify(id)}, ${JSON.stringify(check.name)}, "${side}")`;
      if (!check.needsClick) return driver.evaluate(call);
      await driver.evaluate(`void (window.running = ${call})`);
      await driver.click("#opener");
      return driver.evaluate("running");
    }

    const chosen = faults
      .map((fault) => ({
        ...fault,
        checks: fault.checks.filter((check) => (FAULT ? rowsOf(fault, check).includes(FAULT) : turns.has(check))),
      }))
      .filter(({ checks }) => checks.length);

    describe.each(chosen)("$id $title", (fault) => {
      it.each(fault.checks.map((check) => [check.name, check] as const))("%s", async (name, check) => {
        const { id } = fault;
        const hidden = check.rawNever ?? check.rawShowsNotIn?.[engine];
        const hasRaw = bothSides.has(check);
        const raw = hasRaw ? await runSide(id, check, "raw") : "–";
        const kit = await runSide(id, check, "kit");
        const forgeries = await driver.evaluate<Forgeries>("readForgeries()");
        findings.push({ rows: rowsOf(fault, check), name, raw, kit, forgeries });
        expect({ raw, kit }).toEqual({ raw: hasRaw ? (hidden ? "gone" : "there") : "–", kit: "held" });
      });
    });
  });
}
