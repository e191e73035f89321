import { test as base, expect, type Locator, type Page } from "@playwright/test";
import type { MountConfig } from "../contract/harness/harness.ts";
import { startHostServer, type HostServer } from "../support/host-server.ts";

const test = base.extend<object, { host: HostServer }>({
  host: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const host = await startHostServer();
      await use(host);
      await host.close();
    },
    { scope: "worker" },
  ],
});

let people = 0;

/** What a screen reader finds on the page, a line an element. */
type Transcript = string;

interface Trouble {
  readonly name: string;
  readonly mount?: Partial<MountConfig> & { scenario?: string };
  /** Brings the trouble about, before the click. @returns Mends it. */
  readonly arrange?: (page: Page, host: HostServer) => Promise<() => Promise<unknown>>;
  /** What is heard while the person waits, or sees a frame that is dead. Nothing where the trouble ends by itself. */
  readonly during?: Transcript;
  /** What is heard afterwards. Default: the button as it was. */
  readonly after?: Transcript;
  /** What is heard by somebody who has backed out. Default: the button as it was, because nobody has to hear of an error then. */
  readonly left?: Transcript;
}

const idle = `- button "Connect your health data"
- status`;
const failed = `- button "Try again"
- status: Connect could not be opened. Please try again.`;
const late = `- button "Try again"
- status: Connect did not answer in time. Please try again.`;
const waiting = `- dialog "Connect your health data":
  - status: This is taking longer than usual…
  - button "Cancel"`;
/** The focus is in the frame, and so is the keyboard: what the page in there makes of Escape is its own affair. */
const frameAlone = `- dialog "Connect your health data":
  - iframe
  - button "Close"`;

const doubted = `- dialog "Connect your health data":
  - iframe
  - button "Close"
  - alert: Connect could not be opened. Please try again.
  - button "Try again"`;

const tokens = "**/token?user=*";
const connectPage = (host: HostServer) => (url: URL) =>
  url.origin === host.sandbox.connectUrl && url.searchParams.has("token");

const troubles: readonly Trouble[] = [
  {
    name: "the token endpoint answers an error page",
    arrange: (page) => whileRouted(page, tokens, (route) => route.fulfill({ status: 500, body: "<h1>Sorry</h1>" })),
    after: failed,
  },
  {
    name: "the token endpoint never answers",
    arrange: (page) => whileRouted(page, tokens, () => {}),
    during: waiting,
  },
  { name: "getToken throws", mount: { token: "throw-once" }, after: failed },
  {
    name: "the vendor's script is gone",
    mount: { client: "cdn" },
    arrange: (page) => whileRouted(page, "**/humanapi-connect-client@*", (route) => route.fulfill({ status: 404 })),
    after: failed,
  },
  {
    name: "the vendor's script never comes",
    mount: { client: "cdn" },
    arrange: (page) => whileRouted(page, "**/humanapi-connect-client@*", () => {}),
    during: waiting,
  },
  {
    name: "the Connect page never comes",
    mount: { options: { timeouts: { widgetMs: 4000 } } },
    arrange: (page, host) => whileRouted(page, connectPage(host), () => {}),
    during: waiting,
    after: late,
  },
  {
    name: "the Connect page cannot be reached",
    arrange: (page, host) =>
      whileRouted(
        page,
        (url) => url.origin === host.sandbox.connectUrl,
        (route) => route.abort("connectionrefused"),
      ),
    during: doubted,
    left: failed,
  },
  {
    name: "the Connect page refuses to be framed",
    arrange: (page, host) =>
      whileRouted(page, connectPage(host), (route) =>
        route.fulfill({
          status: 200,
          contentType: "text/html",
          headers: { "x-frame-options": "DENY" },
          body: "<p>no</p>",
        }),
      ),
    during: frameAlone,
  },
  {
    name: "the Connect page is an error of its server",
    arrange: (page, host) => whileRouted(page, connectPage(host), (route) => route.fulfill({ status: 500, body: "" })),
    during: frameAlone,
  },
  { name: "every token has expired", mount: { scenario: "expired-token" }, after: failed },
  {
    name: "the browser is offline",
    arrange: async (page) => {
      const rest = page.waitForResponse("**/assets/widget-*.js");
      await page.locator("button.human-connect-button").hover();
      await (await rest).finished();
      await page.context().setOffline(true);
      return () => page.context().setOffline(false);
    },
    after: `- button "Try again"
- status: You are offline. Check your connection and try again.`,
  },
  {
    name: "the browser is offline before anything of the kit has come",
    arrange: async (page) => {
      await page.context().setOffline(true);
      return () => page.context().setOffline(false);
    },
    after: `- button "Try again"
- status: Connect could not be opened. Check your connection and try again.`,
  },
  {
    name: "another widget is open already",
    arrange: async (page) => {
      const add = () => document.body.append(Object.assign(document.createElement("i"), { id: "human-api" }));
      await page.evaluate(add);
      return () => page.evaluate(() => document.getElementById("human-api")!.remove());
    },
    after: `- button "Try again"
- status: Connect is already open on this page.`,
  },
];

const wayOut = (page: Page): Locator =>
  page.locator("[data-human-connect-stage]").locator(".cancel:visible, .close:visible");

/** Each way out, where something stands in the person's way. */
const ways: Record<string, (page: Page) => Promise<void>> = {
  "with Escape": (page) => page.keyboard.press("Escape"),
  "with the keyboard, on the button": async (page) => {
    // Shift+Tab comes from the frame, where the focus is in a page that is dead.
    const way = wayOut(page);
    for (let tabs = 0; tabs < 4 && !(await hasFocus(way)); tabs++) await page.keyboard.press("Shift+Tab");
    await expect(way).toBeFocused();
    await page.keyboard.press("Enter");
  },
  "with the pointer": (page) => wayOut(page).click(),
};

for (const trouble of troubles) {
  const { name, during, after = idle, left = idle } = trouble;
  const leavings = during
    ? Object.entries(ways).filter(([way]) => during === waiting || way !== "with Escape")
    : [["by itself", async () => {}] as const];
  for (const [way, leave] of leavings)
    test(`${name}: a person gets out ${way}, hears why, and tries again`, async ({ page, host }) => {
      const mend = await mount(page, host, trouble);
      await openByKeyboard(page);
      if (during) {
        await expect.poll(() => read(page)).toBe(during);
        await leave(page);
      }
      await expect.poll(() => read(page)).toBe(during ? left : after);
      await expect(page.locator("button.human-connect-button")).toBeFocused();
      await mend();
      await triesAgain(page, trouble);
    });
  if (during && after !== idle)
    test(`${name}: a person who waits hears why, and tries again`, async ({ page, host }) => {
      const mend = await mount(page, host, trouble);
      await openByKeyboard(page);
      await expect.poll(() => read(page)).toBe(after);
      await mend();
      await triesAgain(page, trouble);
    });
}

test("a person tries again in place, beside a frame that is dead", async ({ page, host }) => {
  const mend = await mount(
    page,
    host,
    troubles.find(({ during }) => during === doubted)!,
  );
  await openByKeyboard(page);
  await expect.poll(() => read(page)).toBe(doubted);
  await mend();
  await page.locator("[data-human-connect-stage] .again").press("Enter");
  await expect(page.frameLocator("#human-api").getByRole("heading").first()).toBeVisible();
  await expect.poll(() => read(page)).toBe(frameAlone);
});

test("a person hears it in their own language", async ({ page, host }) => {
  const mend = await mount(page, host, { ...troubles[0]!, mount: { options: { locale: "es-MX" } } });
  await openByKeyboard(page);
  await expect
    .poll(() => read(page))
    .toBe(`- button "Reintentar"\n- status: No se pudo abrir Connect. Inténtalo de nuevo.`);
  await mend();
});

test("a person waits in their own language", async ({ page, host }) => {
  const mend = await mount(page, host, { ...troubles[1]!, mount: { options: { locale: "es" } } });
  await openByKeyboard(page);
  await expect
    .poll(() => read(page))
    .toBe(`- dialog "Conecta tus datos de salud":\n  - status: Está tardando más de lo normal…\n  - button "Cancelar"`);
  await page.keyboard.press("Escape");
  await mend();
});

async function mount(
  page: Page,
  host: HostServer,
  { mount: given = {}, arrange }: Trouble,
): Promise<() => Promise<unknown>> {
  const { scenario, ...config } = given;
  const whole: MountConfig = {
    baseUrl: host.sandbox.connectUrl,
    cdnUrl: `${host.sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`,
    client: "npm",
    token: "ok",
    user: `listener-${++people}${scenario ? `+${scenario}` : ""}`,
    tag: "first",
    ...config,
  };
  await page.goto(`${host.url}/react`);
  await page.evaluate(`harness.mount(${JSON.stringify(whole)})`);
  return (await arrange?.(page, host)) ?? (async () => {});
}

async function openByKeyboard(page: Page): Promise<void> {
  await page.locator("button.human-connect-button").focus();
  await page.keyboard.press("Enter");
}

async function triesAgain(page: Page, { mount: given }: Trouble): Promise<void> {
  // These tokens stay expired, whoever asks.
  if (given?.scenario) return;
  await page.locator("button.human-connect-button").press("Enter");
  await expect(page.frameLocator("#human-api").getByRole("heading").first()).toBeVisible();
  await page.keyboard.press("Escape");
}

/** What stands in a screen reader's way: with a dialog open, the dialog alone. */
async function read(page: Page): Promise<Transcript> {
  const dialog = page.locator("[data-human-connect-stage] dialog[open]");
  const region = (await dialog.count()) ? dialog : page.locator("#root");
  // The content of a frame is a page of its own, dead or alive.
  return (await region.ariaSnapshot()).replace(/^(\s*- iframe).*(\n\s{4,}.*)*/m, "$1");
}

async function hasFocus(locator: ReturnType<Page["locator"]>): Promise<boolean> {
  return locator.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement);
}

type RouteHandler = Parameters<Page["route"]>[1];

async function whileRouted(
  page: Page,
  url: Parameters<Page["route"]>[0],
  handler: RouteHandler,
): Promise<() => Promise<unknown>> {
  await page.route(url, handler);
  return () => page.unroute(url, handler);
}
