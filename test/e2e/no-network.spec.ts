import { expect, type Page } from "@playwright/test";
import { test } from "./host-test.ts";

test("a page of https keeps its one try at a module for when there is a network", async ({ page, context, host }) => {
  let isOffline = false;
  const [site, connect] = ["https://shop.example", "https://connect.example"];
  const network = { isGone: () => isOffline };
  await serve(page, site, host.url, network);
  await serve(page, connect, host.sandbox.connectUrl, network);
  let asked = 0;
  page.on("request", (request) => void (/\/assets\/run-session-/.test(request.url()) && asked++));
  await page.goto(`${site}/react`);
  await page.evaluate((config) => window.harness.mount(config), {
    baseUrl: connect,
    cdnUrl: "",
    client: "npm",
    token: "ok",
    user: "shopper",
    tag: "one",
  } as const);
  const button = page.locator("button.human-connect-button");

  await context.setOffline((isOffline = true));
  await button.press("Enter");

  await expect(button).toHaveAccessibleName("Try again");
  await expect(
    page.getByText("Connect could not be opened. Check your internet connection and try again."),
  ).toBeAttached();
  expect(asked).toBe(0);
  await context.setOffline((isOffline = false));
  await button.press("Enter");
  await expect(page.frameLocator("#human-api").getByRole("heading").first()).toBeVisible();
  expect(asked).toBe(1);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

/** Gives a server of this machine an address of https, which goes with the network as a real one does. */
async function serve(page: Page, origin: string, url: string, network: { isGone: () => boolean }): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    if (network.isGone()) return route.abort("internetdisconnected");
    const response = await route.fetch({ url: route.request().url().replace(origin, url) });
    await route.fulfill({ response });
  });
}
