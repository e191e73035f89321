import { createSandbox } from "@human-connect/sandbox";
import { connectPage } from "@human-connect/sandbox/playwright";
import { expect, test as base } from "@playwright/test";
import { startApp } from "./app.ts";

/** A sandbox, and a visit of somebody to the page on it. A scenario is part of the user id, as in `jane+expired-once`. */
const test = base.extend<{ visit: (user: string) => Promise<void> }>({
  visit: async ({ page }, provide) => {
    const sandbox = await createSandbox();
    const apps: { close: () => void }[] = [];
    await provide(async (user) => {
      const app = await startApp(sandbox, user);
      apps.push(app);
      await page.goto(app.url);
    });
    for (const app of apps) app.close();
    await sandbox.close();
  },
});

test("a person connects two sources and disconnects one", async ({ page, visit }) => {
  await visit("jane");
  const connect = connectPage(page);

  await page.getByRole("button", { name: "Connect your health data" }).click();
  await connect.connect("Corviel Diagnostics");
  await connect.connect("Applefen Pharmacy");
  await connect.disconnect("Corviel Diagnostics");
  await connect.finish();

  await expect(page.getByRole("listitem")).toContainText(["Applefen Pharmacy", "Corviel Diagnostics"]);
  await expect(page.getByText("1 source connected", { exact: true })).toBeVisible();
});

test("a person backs out, and what they had connected stays", async ({ page, visit }) => {
  await visit("jane");
  const connect = connectPage(page);

  await page.getByRole("button", { name: "Connect your health data" }).click();
  await connect.connect("Applefen Pharmacy");
  await connect.cancel();

  await expect(page.getByRole("listitem")).toContainText(["Applefen Pharmacy"]);
});

test("a token that has expired on the way keeps nobody from asking for a provider", async ({ page, visit }) => {
  await visit("jane+expired-once");
  const connect = connectPage(page);

  await page.getByRole("button", { name: "Connect your health data" }).click();
  await connect.request({ physician: "Dr. Rowan", address: "Alderwick" });
  await connect.finish();

  await expect(page.getByRole("listitem")).toContainText(["Dr. Rowan"]);
});
