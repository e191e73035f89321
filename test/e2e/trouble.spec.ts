import { expect, test } from "./demo-page.ts";
import { untilPrepared } from "./until-prepared.ts";

const tokens = "**/api/human-connect/token*";
const script = "**/humanapi-connect-client@*";

test("an expired token is renewed once, unseen", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=expired-once`);
  let asked = 0;
  page.on("request", (request) => void (request.url().includes("/api/human-connect/token") && asked++));
  await demoPage.open();
  await demoPage.connectProvider("Applefen Pharmacy");
  expect(asked).toBe(2);
  await demoPage.expectStatus("open");
});

test("a token that cannot be had is told, and the button tries again", async ({ demoPage, page }) => {
  await demoPage.goto();
  await page.route(tokens, (route) => route.fulfill({ status: 500, body: "" }));
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  await expect(demoPage.button).toHaveAccessibleName("Try again");
  await expect(page.getByText("Connect cannot be opened right now. Try again in a minute.").first()).toBeAttached();
  await page.unroute(tokens);
  await demoPage.open();
});

test("a script that cannot be had is told, and the button tries again", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?client=cdn`);
  await page.route(script, (route) => route.abort());
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  await page.unroute(script);
  await demoPage.open();
  expect(await page.locator(`script[src*="humanapi-connect-client"]`).count()).toBe(1);
});

test("being offline is told as such", async ({ demoPage, page, context }) => {
  await demoPage.goto();
  // The words for it come with the lazy part.
  await demoPage.button.hover();
  await untilPrepared(page);
  await context.setOffline(true);
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  await expect(page.getByText("You are offline. Check your internet connection and try again.").first()).toBeAttached();
  await context.setOffline(false);
  await demoPage.open();
});

test("a person can cancel while it loads, and come back", async ({ demoPage, page }) => {
  await demoPage.goto();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(tokens, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await demoPage.button.click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await demoPage.expectStatus("closed");
  await expect(demoPage.button).toBeFocused();
  release();
  await page.unroute(tokens);
  await demoPage.open();
});

test("the app can end the session itself", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?ending=app`);
  await demoPage.open();
  await demoPage.expectStatus("closed");
  await expect(page.getByTestId("state")).toContainText("closed-by-host");
  await expect(demoPage.button).toBeFocused();
});

test("a page that never loads has a way out", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=never-loads`);
  await demoPage.button.click();
  await expect(page.getByText("This is taking longer than usual…")).toBeVisible();
  await page.keyboard.press("Escape");
  await demoPage.expectStatus("closed");
});

test("a page that answers with an error has a way out", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=server-error`);
  await demoPage.button.click();
  await page.getByRole("button", { name: "Close Connect", exact: true }).click();
  await demoPage.expectStatus("closed");
});

test("forged and junk messages change nothing", async ({ demoPage, page }) => {
  await page.goto(`${demoPage.demo.url}/?scenario=forged-messages`);
  await demoPage.open();
  await page.evaluate(() => {
    for (const data of [
      null,
      { type: 5 },
      { type: "hapi-connect-close", currentConnections: [{ id: "x", name: "Forged" }] },
    ])
      window.postMessage(data, "*");
  });
  await demoPage.connectProvider("Applefen Pharmacy");
  await expect(demoPage.sources.getByRole("listitem")).toHaveText(["Applefen Pharmacy"]);
  await demoPage.expectStatus("open");
});

test("a file of the kit that cannot be had is told, and the button tries again", async ({ demoPage, page }) => {
  await page.route("**/run-session-*.js", (route) => route.abort());
  await demoPage.goto();
  await demoPage.button.click();
  await demoPage.expectStatus("error");
  await expect(page.getByTestId("state")).toContainText("client-failed");
  await page.unroute("**/run-session-*.js");
  await demoPage.open();
});
