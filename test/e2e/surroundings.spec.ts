import { expect, test } from "./demo-page.ts";

test("the stage opens above the app's own modal dialog, and the focus comes back into it", async ({
  demoPage,
  page,
}) => {
  await demoPage.goto();
  await page.getByRole("button", { name: "Get ready" }).click();
  const dialog = page.getByRole("dialog", { name: "Get ready for your visit" });
  const inside = dialog.locator("button.human-connect-button");
  await inside.click();
  await expect(demoPage.connect.getByRole("searchbox")).toBeVisible();
  await demoPage.connectProvider("Applefen Pharmacy");
  await demoPage.connect.getByRole("button", { name: "Done" }).click();
  await expect(inside).toBeFocused();
  await expect(dialog).toBeVisible();
});

test("the page does not move or scroll under the stage, and is as it was afterwards", async ({ demoPage, page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await demoPage.goto();
  await demoPage.button.scrollIntoViewIfNeeded();
  const place = (): Promise<{ x: number; y: number; scroll: number; width: number }> =>
    demoPage.button.evaluate((button) => {
      const { x, y } = button.getBoundingClientRect();
      return { x, y, scroll: scrollY, width: document.documentElement.clientWidth };
    });
  const before = await place();
  await demoPage.open();
  await page.mouse.move(450, 20);
  await page.mouse.wheel(0, 400);
  expect(await place()).toEqual(before);
  await demoPage.connect.getByRole("button", { name: "Close Connect" }).click();
  await demoPage.expectStatus("closed");
  expect(await place()).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.getAttribute("style"))).toBeNull();
});

test("the button keeps its box from one state to the next", async ({ demoPage, page }) => {
  await demoPage.goto();
  const box = await demoPage.button.boundingBox();
  await page.route("**/api/human-connect/token*", (route) => route.fulfill({ status: 500, body: "" }));
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  expect(await demoPage.button.boundingBox()).toEqual(box);
  await page.unroute("**/api/human-connect/token*");
  await demoPage.open();
  expect(await demoPage.button.boundingBox()).toEqual(box);
});

for (const viewport of [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
]) {
  test(`everything can be reached in ${viewport.width} by ${viewport.height} pixels`, async ({ demoPage, page }) => {
    await page.setViewportSize(viewport);
    await demoPage.goto();
    await demoPage.open();
    await expect(page.getByRole("button", { name: "Close Connect", exact: true })).toBeInViewport();
    await demoPage.connectProvider("Applefen Pharmacy");
    await demoPage.connect.getByRole("button", { name: "Done" }).click();
    await demoPage.expectStatus("closed");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
