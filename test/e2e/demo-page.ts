import { test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { startDemo, type Demo } from "../../demo/server.ts";

/** The demo as a person sees it. */
export class DemoPage {
  readonly page: Page;
  readonly demo: Demo;
  /** The Connect page inside the stage. */
  readonly connect: FrameLocator;
  readonly button: Locator;
  readonly sources: Locator;
  readonly stage: Locator;

  constructor(page: Page, demo: Demo) {
    this.page = page;
    this.demo = demo;
    this.connect = page.frameLocator("#human-api");
    this.button = page.locator("main button.human-connect-button").first();
    this.sources = page.getByRole("list", { name: "Your sources" });
    this.stage = page.locator("[data-human-connect-stage] .modal");
  }

  async goto(): Promise<void> {
    await this.page.goto(this.demo.url);
    await expect(this.button).toHaveAttribute("data-status", "idle");
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption(option);
  }

  /** Clicks, and waits until the Connect page can be used. */
  async open(): Promise<void> {
    await this.button.click();
    await expect(this.connect.getByRole("button", { name: "Close Connect" })).toBeVisible();
  }

  /** Finds a provider, signs in, agrees, and waits for the end. */
  async connectProvider(name: string): Promise<void> {
    await this.connect.getByRole("searchbox", { name: "Find your provider" }).fill(name);
    await this.connect.getByRole("button", { name: `Connect ${name}` }).click();
    await this.connect.getByRole("textbox", { name: "User name" }).fill("ada");
    await this.connect.getByRole("textbox", { name: "Password" }).fill("anything");
    await this.connect.getByRole("button", { name: "Sign in" }).click();
    await this.connect.getByRole("button", { name: "Agree and connect" }).click();
    await expect(this.connect.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
  }

  async status(): Promise<string | null> {
    return this.button.getAttribute("data-status");
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.button).toHaveAttribute("data-status", status);
  }
}

/** A demo for each worker, a new person for each test, and no error of the page unseen. */
export const test = base.extend<{ demoPage: DemoPage; problems: string[] }, { demo: Demo }>({
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see a pattern
    async ({}, use) => {
      const demo = await startDemo({ port: 0, pace: 0.1 });
      await use(demo);
      await demo.close();
    },
    { scope: "worker" },
  ],
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      const text = message.text();
      // As a module, the vendor's build tries Function("return this") and carries on without; only the npm client does.
      const isVendors =
        page.url().includes("client=npm") && /'TrustedScript' assignment|Function constructor/.test(text);
      if (/content security policy|trusted/i.test(text) && !isVendors) problems.push(text);
    });
    await use(problems);
    expect(problems).toEqual([]);
  },
  demoPage: async ({ page, demo, problems }, use) => {
    expect(problems).toEqual([]);
    await use(new DemoPage(page, demo));
  },
});

export { expect };
