import type { Page } from "@playwright/test";
import { expect, test } from "./static-site.ts";

/** What a page asks of anybody but the site itself. */
function watchForeign(page: Page, siteUrl: string): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(siteUrl) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  return foreign;
}

test("every face tells the same stories", async ({ request, siteUrl }) => {
  const [react, vue, element] = await Promise.all(
    ["", "vue/", "element/"].map(async (folder) => {
      const { entries } = (await (await request.get(`${siteUrl}${folder}index.json`)).json()) as { entries: object };
      return Object.keys(entries).filter((id) => !id.startsWith("start-here"));
    }),
  );
  expect(react!.length).toBeGreaterThan(50);
  expect(vue).toEqual(react);
  expect(element).toEqual(react);
});

test("one site shows the three faces, and asks nobody else for anything", async ({ page, siteUrl }) => {
  const foreign = watchForeign(page, siteUrl);
  await page.goto(siteUrl);
  for (const face of ["React", "Vue", "Web component"])
    await expect(page.getByText(face, { exact: true }).first()).toBeVisible();
  expect(foreign).toEqual([]);
});

for (const face of ["vue", "element"]) {
  test(`the site shows a story of ${face}, light and dark`, async ({ page, siteUrl }) => {
    const foreign = watchForeign(page, siteUrl);
    await page.goto(`${siteUrl}?path=/story/${face}_connect-card--one`);
    const story = page.frameLocator(`#storybook-ref-${face}`);
    // The manager loads the previews of two faces before it shows one: 17 s were seen on a machine busy with four other programs.
    await expect(story.getByRole("heading", { name: "Your health data" })).toBeVisible({ timeout: 45_000 });
    await expect(story.locator("html")).toHaveAttribute("data-theme", "light");
    await page.getByRole("button", { name: "Light" }).click();
    await page.getByText("Dark", { exact: true }).click();
    await expect(story.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(foreign).toEqual([]);
  });
}

for (const [face, folder] of [
  ["React", ""],
  ["Vue", "vue/"],
  ["web component", "element/"],
]) {
  test(`the sandbox needs no server: somebody connects a source in a ${face} story`, async ({ page, siteUrl }) => {
    const foreign = watchForeign(page, siteUrl);
    await page.goto(`${siteUrl}${folder}iframe.html?id=shared-connection--idle&viewMode=story`);
    await page.getByRole("button", { name: "Connect your health data" }).click();
    const connect = page.frameLocator("#human-api");
    await connect.getByRole("searchbox").fill("Applefen");
    await connect.getByRole("button", { name: "Connect Applefen Pharmacy" }).click();
    await connect.getByRole("textbox", { name: "User name" }).fill("ada");
    await connect.getByRole("textbox", { name: "Password" }).fill("anything");
    await connect.getByRole("button", { name: "Sign in" }).click();
    await connect.getByRole("button", { name: "Agree and connect" }).click();
    await connect.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("listitem")).toHaveText(["Applefen Pharmacy"]);
    expect(foreign).toEqual([]);
  });
}

test("a documentation page says what the source says", async ({ page, siteUrl }) => {
  for (const folder of ["", "vue/", "element/"]) {
    await page.goto(`${siteUrl}${folder}iframe.html?id=connect-button--docs&viewMode=docs`);
    await expect(page.getByText("shows the progress, and retries after an error").first()).toBeVisible();
    await expect(page.getByText("Your client id; required in").first()).toBeVisible();
  }
});
