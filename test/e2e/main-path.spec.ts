import { expect, test } from "./demo-page.ts";

for (const client of ["npm", "cdn"]) {
  test(`a person connects one source and disconnects another, with the ${client} client`, async ({
    demoPage,
    page,
  }) => {
    await page.goto(`${demoPage.demo.url}/?client=${client}`);
    await demoPage.open();
    await demoPage.connectProvider("Corviel Diagnostics");
    await demoPage.connect.getByRole("button", { name: "Connect another" }).click();
    await demoPage.connectProvider("Applefen Pharmacy");
    await expect(page.getByTestId("state")).toContainText("Applefen Pharmacy");
    await demoPage.connect.getByRole("button", { name: "Connect another" }).click();
    await demoPage.connect.getByRole("button", { name: "Disconnect Corviel Diagnostics" }).click();
    await demoPage.connect.getByRole("button", { name: "Yes, disconnect" }).click();
    await expect(page.getByTestId("timeline").locator("[data-type=disconnect]")).toHaveCount(1);
    await demoPage.connect.getByRole("button", { name: "Close Connect" }).click();

    await demoPage.expectStatus("closed");
    await expect(demoPage.sources.getByRole("listitem")).toHaveText(["Applefen Pharmacy"]);
    const types = await page.getByTestId("timeline").locator("li .event-type").allTextContents();
    expect(types.filter((type) => ["open", "connect", "disconnect", "close"].includes(type))).toEqual([
      "open",
      "connect",
      "connect",
      "disconnect",
      "close",
    ]);

    await page.reload();
    await expect(demoPage.sources.getByRole("listitem")).toHaveText(["Applefen Pharmacy"]);
  });
}

test("somebody who has connected a source comes back with an id token, once the session token has run out", async ({
  demoPage,
  page,
}) => {
  await demoPage.goto();
  await demoPage.open();
  await demoPage.connectProvider("Applefen Pharmacy");
  await demoPage.connect.getByRole("button", { name: "Done" }).click();
  await demoPage.expectStatus("closed");
  // As the kit asks when Connect says so.
  await page.request.post(`${demoPage.demo.url}/api/human-connect/token?reason=expired`);
  const grant = page.waitForResponse((response) => response.url().includes("/api/human-connect/token"));
  await demoPage.open();
  expect(Object.keys((await (await grant).json()) as object).toSorted()).toEqual(["expires_in", "id_token"]);
  await expect(demoPage.connect.getByRole("button", { name: "Disconnect Applefen Pharmacy" })).toBeVisible();
});

test("the whole path works with the keyboard alone", async ({ demoPage, page }) => {
  await demoPage.goto();
  await demoPage.button.focus();
  await page.keyboard.press("Enter");
  const search = demoPage.connect.getByRole("searchbox", { name: "Find your provider" });
  await expect(search).toBeVisible();
  const reach = async (target: typeof search): Promise<void> => {
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the keyboard did not reach it");
  };
  await reach(search);
  await page.keyboard.type("Applefen");
  const provider = demoPage.connect.getByRole("button", { name: "Connect Applefen Pharmacy" });
  await expect(provider).toBeVisible();
  await reach(provider);
  await page.keyboard.press("Enter");
  await reach(demoPage.connect.getByRole("textbox", { name: "User name" }));
  await page.keyboard.type("ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type("anything");
  await page.keyboard.press("Enter");
  const agree = demoPage.connect.getByRole("button", { name: "Agree and connect" });
  await expect(agree).toBeVisible();
  await reach(agree);
  await page.keyboard.press("Enter");
  const done = demoPage.connect.getByRole("button", { name: "Done" });
  await expect(done).toBeVisible();
  await reach(done);
  await page.keyboard.press("Enter");
  await demoPage.expectStatus("closed");
  await expect(demoPage.button).toBeFocused();
  await expect(demoPage.sources).toContainText("Applefen Pharmacy");
});

test("a second click changes nothing", async ({ demoPage, page }) => {
  await demoPage.goto();
  demoPage.demo.sandbox.clearRequests();
  await demoPage.button.dblclick();
  await expect(demoPage.connect.getByRole("button", { name: "Close Connect" })).toBeVisible();
  expect(await page.locator("#human-api").count()).toBe(1);
  await expect(page.getByTestId("timeline").locator("[data-type=open]")).toHaveCount(1);
});
