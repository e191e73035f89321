import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { builtPages, expect, test } from "./built-site.ts";

/** One of each kind of page. */
const kinds = [
  "index",
  "start/react",
  "live",
  "theming",
  "options",
  "packages/server",
  "performance",
  "reference/core/main",
];

const sees = async (page: Page): Promise<void> => {
  // Examples begin after the page, and draw themselves.
  for (const place of await page.locator(".live-place").all())
    await expect(place.locator(":scope > div > *").first()).toBeAttached();
};

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const name of kinds)
      test(`axe finds nothing on ${name}`, async ({ page, siteUrl }) => {
        await page.goto(`${siteUrl}${name}.html`);
        await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /^(?!.*\bdark\b)/);
        if (name === "index") await sees(page);

        const { violations } = await new AxeBuilder({ page }).exclude("#human-api").analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      });
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("no page scrolls sideways", async ({ page, siteUrl }) => {
    test.slow();
    const wide: string[] = [];
    for (const name of builtPages) {
      await page.goto(siteUrl + name, { waitUntil: "domcontentloaded" });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wide.push(`${name}: ${over} px`);
    }
    expect(wide).toEqual([]);
  });
});

test("the search finds a page by what is in it, without a server", async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}options.html`);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("searchbox").fill("directClient");

  await expect(page.getByRole("option").or(page.locator(".results .result")).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toContainText("directClient");
});
