import { connectPage } from "@human-connect/sandbox/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./built-site.ts";

const faces = ["React", "Vue", "Web component"];

/** An example of a page, by its place among them. */
const findExample = (page: Page, name: string): Locator =>
  page.locator(".live", { has: page.locator(`[data-example="${name}"]`) });

async function connectIn(example: Locator, page: Page): Promise<void> {
  await example.getByRole("button", { name: "Connect your health data" }).click();
  const connect = connectPage(page);
  await connect.connect("Applefen Pharmacy");
  await connect.finish();
  await expect(example.locator(".live-event")).toHaveText("event close: finished");
  await expect(example.getByRole("button", { name: "Add or remove sources" })).toBeVisible();
}

for (const face of faces)
  test(`${face}: a button, a card and a list open Connect in the page, and a source is connected`, async ({
    page,
    siteUrl,
  }) => {
    await page.goto(`${siteUrl}live.html`);
    for (const name of ["button", "card", "list"]) {
      const example = findExample(page, name);
      await example.getByRole("button", { name: face, exact: true }).click();
      await connectIn(example, page);
      if (name !== "button") await expect(example.getByRole("listitem").first()).toContainText("Applefen Pharmacy");
    }
  });

test("the code below an example is that of the face that runs", async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}live.html`);
  const example = findExample(page, "card");
  for (const [face, text] of [
    ["Web component", "<human-connect-card"],
    ["Vue", "<script setup"],
    ["React", "export function Example"],
  ] as const) {
    await example.getByRole("button", { name: face, exact: true }).click();
    await expect(example.locator(".live-code .active code")).toContainText(text);
  }
});

for (const colors of ["Light", "Dark"] as const)
  test(`an example is ${colors.toLowerCase()} when that is chosen, and Connect with it`, async ({ page, siteUrl }) => {
    await page.goto(`${siteUrl}live.html`);
    const example = findExample(page, "button");
    await example.getByRole("button", { name: colors, exact: true }).click();
    await example.getByRole("button", { name: "Connect your health data" }).click();

    const frame = page.locator("#human-api");
    await expect(page.frameLocator("#human-api").getByRole("searchbox")).toBeVisible();
    expect(await frame.evaluate((element) => getComputedStyle(element).colorScheme)).toBe(colors.toLowerCase());
    await connectPage(page).cancel();
  });

test("the card of the home page runs", async ({ page, siteUrl }) => {
  await page.goto(siteUrl);
  await page.locator(".home-app").getByRole("button", { name: "Connect your health data" }).click();
  const connect = connectPage(page);
  await connect.connect("Applefen Pharmacy");
  await connect.finish();

  await expect(page.locator(".home-app").getByRole("listitem")).toContainText("Applefen Pharmacy");
});

test("each look of the gallery shows its card", async ({ page, siteUrl }) => {
  await page.goto(`${siteUrl}theming.html`);
  const looks = page.locator(".gallery-look");
  for (const look of await looks.all()) {
    await look.scrollIntoViewIfNeeded();
    await expect(look.getByRole("button", { name: "Connect your health data" })).toBeVisible();
  }
  expect(await looks.count()).toBeGreaterThanOrEqual(6);
});
