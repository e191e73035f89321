/** The part of Playwright's `Page` that this module uses: you install Playwright itself, any version. */
export interface PageLike {
  frameLocator(selector: string): FrameLike;
  locator(selector: string): LocatorLike;
}

/** The part of Playwright's `FrameLocator` that this module uses. */
export interface FrameLike {
  getByRole(
    role: "button" | "group" | "heading" | "searchbox" | "textbox",
    options: { name: string; exact?: boolean },
  ): LocatorLike;
}

/** The part of Playwright's `Locator` that this module uses. */
export interface LocatorLike {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(options: { state: "detached" | "hidden" | "visible" }): Promise<void>;
}

/** The fields of the page's form for requesting a provider. */
export interface ProviderRequest {
  physician: string;
  address: string;
  healthSystem?: string | undefined;
  website?: string | undefined;
}

/** The user on the sandbox's Connect page. Each step waits for what it needs, and resolves when the next step can begin. */
export interface ConnectPage {
  /** Finds a provider by its full name, signs in and agrees. */
  connect(provider: string): Promise<void>;
  /** Disconnects a source by its full name. */
  disconnect(provider: string): Promise<void>;
  /** Requests a provider that is not offered. */
  request(provider: ProviderRequest): Promise<void>;
  /** Closes Connect on its own page: the session ends as `finished`. */
  finish(): Promise<void>;
  /** Presses the kit's Close button around the page: the session ends as `cancelled`. */
  cancel(): Promise<void>;
}

/**
 * Drives the sandbox's Connect page in a Playwright test, after your page has opened it.
 *
 * @param page Playwright's `page`.
 * @example
 * await page.getByRole("button", { name: "Connect your health data" }).click();
 * const connect = connectPage(page);
 * await connect.connect("Applefen Pharmacy");
 * await connect.finish();
 */
export function connectPage(page: PageLike): ConnectPage {
  const frame = page.frameLocator("#human-api");
  const press = (name: string): Promise<void> => frame.getByRole("button", { name, exact: true }).click();
  const fill = (name: string, text: string): Promise<void> =>
    frame.getByRole("textbox", { name, exact: true }).fill(text);
  // The frame is removed with the session, whatever ends it.
  const untilGone = (): Promise<void> => page.locator("#human-api").waitFor({ state: "detached" });

  return {
    async connect(provider) {
      await frame.getByRole("searchbox", { name: "Find your provider" }).fill(provider);
      await press(`Connect ${provider}`);
      await fill("User name", "ada");
      await fill("Password", "anything");
      await press("Sign in");
      await press("Agree and connect");
      await press("Connect another");
    },
    async disconnect(provider) {
      await press(`Disconnect ${provider}`);
      await press("Yes, disconnect");
      await frame.getByRole("group", { name: `Disconnect ${provider}?`, exact: true }).waitFor({ state: "detached" });
    },
    async request({ physician, address, healthSystem = "", website = "" }) {
      await press("Request a provider");
      await fill("Physician or practice", physician);
      await fill("Address", address);
      await fill("Health system", healthSystem);
      await fill("Website", website);
      await press("Send request");
      await press("Find another provider");
    },
    async finish() {
      await press("Close Connect");
      await untilGone();
    },
    async cancel() {
      await page.locator("[data-human-connect-stage] .close").click();
      await untilGone();
    },
  };
}
