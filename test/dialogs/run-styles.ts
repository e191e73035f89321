import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { readSheets, type Sheet } from "./sheets.ts";

const helpers = `
  const all = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? all(selector, shadowRoot) : [])),
  ];
  const stage = () => document.querySelector("human-connect-stage")?.shadowRoot;`;

/** What is to be seen in each state before a picture is taken of it. */
const shown: Record<string, string> = {
  loading: `stage()?.querySelector(".status")?.textContent.includes("longer than usual")`,
  // With the offer to load again, which comes after ten seconds and would come in the middle of the pictures.
  open: `Boolean(stage()?.querySelector("[data-live] .reload")?.checkVisibility())`,
  // Where a frame that cannot be reached never loads, the words of a long wait come as well.
  doubt: `Boolean(stage()?.querySelector(".doubt:not([hidden])")) && Boolean(stage().querySelector("[data-live]") ?? stage().querySelector(".status").textContent.includes("longer than usual"))`,
};

/** WebKitGTK draws some pixels of round and turned edges now in one way, now in another; a rule that bends anything moves thousands. */
const noiseIn: Partial<Record<string, number>> = { webkit: 60 };

/** In Firefox a filter of the root is one of everything that is on top of it as well. */
const bendsAllIn: Partial<Record<string, readonly string[]>> = { firefox: ["filter: invert(1)"] };

/** When the stage offers to load Connect again. */
const offerMs = 10_000;

/** For a picture of each of some seventy sheets; a driver takes up to a second for one. */
const sheetsMs = 180_000;

/** Compares the stage under each stylesheet with itself on a page without one, in one engine. */
export function runStyles(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  describe.runIf(path)(engine, () => {
    const noise = noiseIn[engine] ?? 0;
    let driver: Driver;
    let sheets: Sheet[];
    beforeAll(async () => {
      driver = await launch();
      await driver.resize({ width: 1280, height: 800 });
      sheets = await readSheets();
    });
    afterAll(() => driver?.close());

    const evaluate = <T>(expression: string): Promise<T> => driver.evaluate(`{ ${helpers} ${expression} }`);

    /** Dresses the page. */
    const dress = (css: string): Promise<number> =>
      evaluate(`const style = document.querySelector("#host-style") ?? document.head.appendChild(Object.assign(document.createElement("style"), { id: "host-style" }));
        style.textContent = ${JSON.stringify(css)};
        document.documentElement.getBoundingClientRect().width`);

    async function open(how: string, state: string, css = ""): Promise<void> {
      await driver.goto(`${inject("dialogsUrl")}/styles?how=${how}&state=${state}&css=${encodeURIComponent(css)}`);
      // One question that waits in the page: Puppeteer makes each a user gesture, and Connect is offered anew only where nobody presses anything.
      await evaluate(`new Promise((resolve, reject) => {
        const look = () => (${shown[state]!} ? resolve() : setTimeout(look, 50));
        setTimeout(() => reject(new Error("not shown: ${state}")), ${offerMs + findMs});
        look();
      })`);
      // What turns and what blinks would differ with the moment, and the room of a classic scrollbar is the host's.
      await evaluate(`for (const one of stage().getAnimations?.() ?? []) one.cancel();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("html:not(#a):not(#b):not(#c) { scrollbar-width: none !important; scrollbar-gutter: auto !important }");
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        (stage().querySelector("[data-live] .close") ?? stage().querySelector(".cancel")).focus()`);
    }

    /** Where the page in the frame has its scrollbar, which WebKitGTK fades after a while. */
    const findScrollbar = (): Promise<[x: number, y: number, width: number, height: number] | null> =>
      evaluate(`const frame = stage()?.querySelector("[data-live]") && all("#human-api")[0];
        const { right, top, height } = frame?.getBoundingClientRect() ?? {};
        frame ? [Math.round(right) - 10, Math.round(top), 8, Math.round(height)] : null`);

    async function look(how: string): Promise<PNG> {
      const png = PNG.sync.read(Buffer.from(await driver.screenshot()));
      const [x, y, width, height] = (engine === "webkit" && (await findScrollbar())) || [0, 0, 0, 0];
      PNG.bitblt(new PNG({ width: width || 1, height: height || 1 }), png, 0, 0, width, height, x, y);
      if (how === "modal") return png;
      const room = new PNG({ width: 600, height: 500 });
      PNG.bitblt(png, room, 40, 40, 600, 500, 0, 0);
      return room;
    }

    const differs = (one: PNG, other: PNG): number =>
      pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.05 });

    /** When what comes late has come: two pictures are the same. */
    async function settle(how: string): Promise<PNG> {
      for (let last = await look(how); ;) {
        const next = await look(how);
        if (differs(last, next) <= noise) return next;
        last = next;
      }
    }

    const cases = Object.keys(shown).map((state) => ({ how: "modal", state }));
    it.each(cases)(
      "the stage, $how and $state, looks and is hit as without any of a host's sheets",
      async ({ how, state }) => {
        await open(how, state);
        const without = await settle(how);
        const bent: string[] = [];
        for (const { name, css } of sheets.filter((sheet) => !bendsAllIn[engine]?.includes(sheet.name))) {
          await dress(css);
          const pixels = differs(without, await look(how));
          const hit = await evaluate<string>(`document.elementFromPoint(340, 290)?.localName`);
          if (pixels > noise || hit !== "human-connect-stage") bent.push(`${name}: ${pixels} pixels, ${hit}`);
        }
        expect(bent.join("\n")).toBe("");
      },
      sheetsMs,
    );

    it.each(cases)(
      "opens so, $how and $state, on a page that has all of them",
      async ({ how, state }) => {
        await open(how, state);
        const without = await settle(how);
        await open(how, state, bendsAllIn[engine] ? "unfiltered" : "sheets");
        expect(differs(without, await settle(how))).toBeLessThanOrEqual(noise);
      },
      sheetsMs,
    );
  });
}
