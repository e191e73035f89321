import { chromiumOptions } from "../../../scripts/browsers.mjs";
import { facesInTurn } from "../../support/faces.ts";
import { expect, test, type DemoPage } from "../demo-page.ts";
import { acts } from "./acts.ts";
import { holdTime } from "./held-time.ts";
import { recordLines } from "./record-lines.ts";
import { sessions } from "./sessions.ts";

const { args, ...options } = chromiumOptions();
test.use({ launchOptions: { ...options, args: [...args, "--enable-blink-features=ComputedAccessibilityInfo"] } });

test.beforeEach(async ({ page }) => {
  await holdTime(page);
  await page.addInitScript(recordLines);
});

for (const [turn, { name, query = {}, transcript }] of sessions.entries())
  for (const face of facesInTurn(turn))
    test(`what is heard in ${face}: ${name}`, async ({ page, demoPage }) => {
      await page.goto(`${demoPage.demo.url}/?${new URLSearchParams({ face, ...query })}`);
      await demoPage.expectStatus("idle");
      expect(await play(demoPage, transcript)).toBe(transcript);
    });

/**
 * Does what the lines with a `>` say, waits after each for what the transcript has below it, and returns what was heard instead, up to the
 * first line that differs.
 */
async function play(demo: DemoPage, transcript: string): Promise<string> {
  const played: string[] = [];
  for (const part of transcript.trim().split(/^> /m).slice(1)) {
    const [act, ...expected] = part.trim().split("\n");
    const run = acts[act!];
    if (!run) throw new Error(`Nobody knows how one "${act}".`);
    await run(demo);
    const heard = await readLines(demo, expected.length);
    played.push(`> ${act}`, ...heard);
    if (heard.join() !== expected.join()) break;
  }
  return `\n${played.join("\n")}\n`;
}

/** What was heard since, as soon as it is as many lines. One too many is seen after the next act. */
async function readLines({ page }: DemoPage, count: number): Promise<string[]> {
  await page.waitForFunction((least) => window.heard.length >= least, count, { timeout: 10_000 }).catch(() => {});
  return page.evaluate(() => window.heard.splice(0));
}
