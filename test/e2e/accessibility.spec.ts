import { expect, test } from "./demo-page.ts";
import { findViolations } from "./find-violations.ts";

test("axe finds nothing in any state", async ({ demoPage, page }) => {
  await demoPage.goto();
  expect(await findViolations(page)).toEqual([]);

  await page.route("**/api/human-connect/token*", (route) => route.fulfill({ status: 500, body: "" }));
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  expect(await findViolations(page)).toEqual([]);
  await page.unroute("**/api/human-connect/token*");

  await demoPage.open();
  expect(await findViolations(page)).toEqual([]);

  await demoPage.connectProvider("Applefen Pharmacy");
  await demoPage.connect.getByRole("button", { name: "Done" }).click();
  await demoPage.expectStatus("closed");
  expect(await findViolations(page)).toEqual([]);
});

test("axe finds nothing on the waiting stage", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=never-loads`);
  await demoPage.button.click();
  await expect(page.getByRole("dialog")).toBeFocused();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

// So that silence above means something.
test("axe finds what is wrong in the frame, and what is in one theme alone", async ({ demoPage, page }) => {
  await demoPage.goto();
  await demoPage.open();
  await demoPage.connect
    .getByRole("heading")
    .first()
    .evaluate((heading) => {
      heading.append(document.createElement("input"));
      heading.style.color = "light-dark(black, #222)";
    });

  expect((await findViolations(page)).map((found) => found.split(": ").slice(0, 2))).toEqual([
    ["light", "label"],
    ["dark", "color-contrast"],
  ]);
});

test("names, roles and live messages read as they should", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=never-loads&language=es`);
  await expect(demoPage.button).toHaveAccessibleName("Conectar tus datos de salud");
  await demoPage.button.click();
  const stage = page.getByRole("dialog", { name: "Conectar tus datos de salud" });
  await expect(stage.getByRole("status")).toHaveText("Abriendo Connect…");
  await expect(stage.getByRole("status")).toHaveText("Está tardando más de lo normal…");
  await stage.getByRole("button", { name: "Cancelar" }).click();
  await expect(demoPage.button).toBeFocused();
});
