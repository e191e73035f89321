import { expect, test as base, type Page } from "@playwright/test";
import { hostedConnectUrl, readHostedCallback } from "@human-connect/core/hosted";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";

/** Nothing listens here: the tests answer for it. */
const callback = "http://localhost:9/back?tab=health";

const test = base.extend<{ hosted: Hosted }>({
  hosted: async ({ page }, use) => {
    const sandbox = await createSandbox();
    await page.route("http://localhost:9/**", (route) => route.fulfill({ body: "<h1>Back in the app</h1>" }));
    await use({
      sandbox,
      async open(user, state) {
        const { clientId, hostedUrl } = sandbox;
        const token = sandbox.mintToken(user);
        await page.goto(hostedConnectUrl({ clientId, token, callback, state, hostedUrl }).href);
      },
    });
    await sandbox.close();
  },
});

interface Hosted {
  readonly sandbox: Sandbox;
  open(user: string, state: string): Promise<void>;
}

async function connect(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Find your provider" }).fill(name);
  await page.getByRole("button", { name: `Connect ${name}` }).click();
  await page.getByRole("textbox", { name: "User name" }).fill("ada");
  await page.getByRole("textbox", { name: "Password" }).fill("anything");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Agree and connect" }).click();
}

test("a web view connects a source on the hosted page and brings it back to the app", async ({ page, hosted }) => {
  await hosted.open("ada", "s-1");
  await connect(page, "Applefen Pharmacy");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Back in the app" })).toBeVisible();

  const session = readHostedCallback(page.url(), "s-1");

  const source = { id: expect.stringMatching(/^[0-9a-f]{24}$/), name: "Applefen Pharmacy" };
  expect(session).toEqual({
    sessionResults: { connectedSources: [source], disconnectedSources: [], requestedSources: [] },
    currentConnections: [source],
    requestedProviders: [],
  });
  expect(readHostedCallback(page.url(), "s-2")).toBeUndefined();
  expect(new URL(page.url()).searchParams.get("tab")).toBe("health");
  expect(page.url()).not.toContain("token=");
});

test("a web view that is left at once comes back with nothing new", async ({ page, hosted }) => {
  hosted.sandbox.connectSource("ada");
  await hosted.open("ada", "s-1");
  await page.getByRole("button", { name: "Close Connect" }).click();
  await expect(page.getByRole("heading", { name: "Back in the app" })).toBeVisible();

  const session = readHostedCallback(page.url(), "s-1");

  expect(session?.sessionResults.connectedSources).toEqual([]);
  expect(session?.currentConnections).toHaveLength(1);
});

for (const [scenario, code] of [
  ["expired-token", "token-expired"],
  ["invalid-token", "token-invalid"],
  ["missing-token", "token-missing"],
] as const) {
  test(`a web view comes back at once from ${scenario}, which is ${code}`, async ({ page, hosted }) => {
    await hosted.open(`ada+${scenario}`, "s-1");
    await expect(page.getByRole("heading", { name: "Back in the app" })).toBeVisible();

    expect(() => readHostedCallback(page.url(), "s-1")).toThrow(expect.objectContaining({ code }));
  });
}
