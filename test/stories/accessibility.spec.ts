import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./static-site.ts";
import { findMisfits, showStory, test } from "./story-pages.ts";

const locales = readdirSync(new URL("../../packages/core/src/languages/", import.meta.url)).map((file) =>
  file.replace(".ts", ""),
);

/** The rows of the first table of docs/accessibility.md: a story, and how it reads. */
const rows = readFileSync(new URL("../../docs/accessibility.md", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => [...line.matchAll(/^\| `([\w-]+--[\w-]+)`\s+\| (.*\S)\s+\|$/g)])
  .map(([, story, reading]) => ({ story: story!, reading: reading! }));

test("the table of docs/accessibility.md has a row for each kind of state", () => {
  expect(rows.length).toBeGreaterThan(15);
});

for (const { story, reading } of rows) {
  test(`${story} reads as docs/accessibility.md says, in every face, and fits a phone in every language`, async ({
    pages,
  }) => {
    await Promise.all(
      pages.map(async (page) => {
        await showStory(page, story);
        await expect.poll(() => readAloud(page), page.url()).toBe(reading);
      }),
    );
    // In the same showing, because to bring the state about again takes longer than all languages. The faces have one stylesheet.
    expect(await findMisfits(pages[0]!, locales)).toEqual([]);
  });
}

/** What assistive technology gets, in one line. While a dialog is open, the page behind it is inert, and the dialog is all there is. */
async function readAloud(page: Page): Promise<string> {
  // One question, not two: a stage that goes between them would be waited for without end.
  const shown = page.locator("#storybook-root").or(page.locator("html > [data-human-connect-stage]")).last();
  const lines = (await shown.ariaSnapshot()).split("\n");
  return lines.map((line) => line.trim().replace(/^- /, "")).join(" · ");
}
