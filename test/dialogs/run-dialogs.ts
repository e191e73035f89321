import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { openDialogPage, type DialogPage } from "./dialog-page.ts";
import { libraries } from "./libraries.ts";

/**
 * Opens Connect from inside of what libraries lay over a page, in one engine.
 *
 * @param path Where the engine is; without it the engine is left out, as scripts/browsers.mjs has said. `ENGINE` in the environment
 * names another one than Chromium, or `all`.
 */
export function runDialogs(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { ENGINE = "chromium" } = process.env;
  describe.runIf(path && [engine, "all"].includes(ENGINE))(engine, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await launch();
      await driver.resize({ width: 1280, height: 800 });
    });
    afterAll(() => driver?.close());

    const rows = libraries.flatMap((library) =>
      library.hosts.flatMap((host) =>
        host.faces.map((face) => ({ library, host, face, of: library.title, part: host.name })),
      ),
    );

    describe.each(rows)("$of, $part, $face", ({ library, host, face }) => {
      const openPage = (how?: "inline"): Promise<DialogPage> =>
        openDialogPage(driver, inject("dialogsUrl"), library, host, face, how);

      it("has Connect on top: the focus, the keys and the pointer are its own until Escape ends it alone", async () => {
        const page = await openPage();
        await page.openHost();
        await page.connect();
        await page.focuses("stage › frame");

        await driver.type("Apple", "frame:#human-api", "input[type=search]");
        await expect.poll(() => driver.text("frame:#human-api", ".results"), { timeout: findMs }).toContain("Apple");
        expect(await page.focus()).toBe("stage › frame");
        await driver.clickAt(12, 400);
        await page.becomes(!host.goes);
        expect(await page.told()).toEqual(["open"]);

        await page.evaluate(`all(".close")[0].focus()`);
        await page.focuses("stage › close");
        await driver.press("Tab");
        expect(await page.focus()).toMatch(/^(stage|body|html)/);
        await page.evaluate(`all(".close")[0].focus()`);
        await driver.press("Escape");
        await page.hears("open", "close: cancelled");
        await page.focuses(host.goes ? "trigger" : "connect");
        expect(await page.evaluate("focusMoves")).toBeLessThan(50);
        await page.becomes(!host.goes);

        // A menu is to be there again; what stays takes its own keys.
        if (host.goes) return page.openHost();
        await driver.press("Escape");
        await page.becomes(false);
        if (host.name === "dialog") await page.focuses("trigger");
      });

      it("is left as it was by Close, and can be used again", async () => {
        const page = await openPage();
        await page.openHost();
        await page.connect();

        await driver.click("[data-human-connect-stage]", ".close");
        await page.hears("open", "close: cancelled");
        await page.focuses(host.goes ? "trigger" : "connect");
        await page.becomes(!host.goes);

        if (host.goes) await page.openHost();
        await page.connect();
        await driver.click("[data-human-connect-stage]", ".close");
        await page.hears("open", "close: cancelled", "open", "close: cancelled");
        if (host.goes) await page.openHost();
        await driver.clickAt(1000, 700);
        await page.becomes(Boolean(host.staysOnOutside));
      });

      describe.runIf(host.name !== "menu")("in the page", () => {
        it("has Connect in it, with the focus, and is left as it was by Close", async () => {
          const page = await openPage("inline");
          await page.openHost();
          await page.connect();
          await page.focuses("stage › frame");
          await driver.type("Apple", "frame:#human-api", "input[type=search]");
          await expect.poll(() => driver.text("frame:#human-api", ".results"), { timeout: findMs }).toContain("Apple");
          expect(await page.isOpen()).toBe(true);

          await driver.click(...(face === "element" ? [".connect"] : []), "[data-human-connect-stage]", ".close");
          await page.hears("open", "close: cancelled");
          await page.focuses("connect");
          expect(await page.isOpen()).toBe(true);
          await driver.press("Escape");
          await page.becomes(false);
        });
      });
    });
  });
}
