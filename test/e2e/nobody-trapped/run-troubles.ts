import { expect, type Locator, type Page } from "@playwright/test";
import { connectPage } from "@human-connect/sandbox/playwright";
import type { MountConfig } from "../../contract/harness/harness.ts";
import { facesInTurn, type FaceName } from "../../support/faces.ts";
import type { HostServer } from "../../support/host-server.ts";
import { test as base } from "../host-test.ts";
import { passSeconds, stopSeconds, untilUnused } from "./seconds.ts";
import { doubted, idle, offered, shown, troubles, waiting, type Transcript, type Trouble } from "./troubles.ts";

const test = base.extend<{ face: FaceName }>({ face: ["react", { option: true }] });

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

/** The ways out of what is heard: where the focus is in the frame, the page in there has the keys. */
function waysOutOf(during: Transcript): readonly (readonly [string, (page: Page) => Promise<void>])[] {
  return Object.entries(ways).filter(([way]) => during === waiting || way !== "with Escape");
}

interface Fixtures {
  readonly page: Page;
  readonly face: FaceName;
  readonly host: HostServer;
}

/** A test of one face: the stage is the same for every face, so they take turns. */
function testInTurn(face: FaceName, turn: number, title: string, run: (given: Fixtures) => Promise<void>): void {
  if (facesInTurn(turn).includes(face)) test(title, run);
}

/** Brings a trouble about with one face, and holds that nobody is trapped in it. `turn`: of its first test. */
export function runTrouble(face: FaceName, trouble: Trouble, turn: number): void {
  test.describe(face, () => {
    test.use({ face });
    const { name, during, after = idle, left = idle } = trouble;
    const leavings = during ? waysOutOf(during) : [["by itself", async () => {}] as const];
    for (const [index, [way, leave]] of leavings.entries()) {
      const title = `${name}: a person gets out ${way}, hears why, and tries again`;
      testInTurn(face, turn + index, title, async ({ page, face, host }) => {
        const mend = await mount(page, { face, host }, trouble);
        await openByKeyboard(page);
        if (during) {
          await untilHeard(page, during);
          await leave(page);
        }
        await expect.poll(() => read(page)).toBe(during ? left : after);
        await expect(page.locator("button.human-connect-button")).toBeFocused();
        await mend();
        await triesAgain(page, trouble);
      });
    }
    const last = turn + leavings.length;
    if (during && after !== idle)
      testInTurn(face, last, `${name}: a person who waits hears why, and tries again`, async ({ page, face, host }) => {
        const mend = await mount(page, { face, host }, trouble);
        await openByKeyboard(page);
        await expect.poll(() => read(page)).toBe(after);
        await mend();
        await triesAgain(page, trouble);
      });
    if (during === doubted || during === offered)
      testInTurn(face, last, `${name}: a person tries again in place`, async ({ page, face, host }) => {
        const mend = await mount(page, { face, host }, trouble);
        await openByKeyboard(page);
        await untilHeard(page, during);
        await mend();
        await page.locator("[data-human-connect-stage]").locator(".again:visible, .reload:visible").press("Enter");
        await expect(page.frameLocator("#human-api").getByRole("heading").first()).toBeVisible();
        await expect.poll(() => read(page)).toBe(shown);
      });
  });
}

/** The same for every other trouble, and what else a person hears. */
export function runTroubles(face: FaceName): void {
  for (const [turn, trouble] of troubles.entries()) runTrouble(face, trouble, turn);
  test.use({ face });

  testInTurn(face, 0, "a person who uses Connect is offered nothing to load it again", async ({ page, face, host }) => {
    await mount(page, { face, host }, { during: offered });
    await openByKeyboard(page);
    await expect.poll(() => read(page)).toBe(shown);
    await page.frameLocator("#human-api").getByRole("searchbox").focus();
    await untilUnused(page);

    await page.keyboard.type("App");
    await passSeconds(page, 20);

    expect(await read(page)).toBe(shown);
  });

  const spoken = "a person is offered nothing to load again once Connect has spoken";
  testInTurn(face, 1, spoken, async ({ page, face, host }) => {
    await mount(page, { face, host }, { during: offered });
    await openByKeyboard(page);
    await untilHeard(page, offered);
    await connectPage(page).connect("Applefen Pharmacy");
    await expect.poll(() => read(page)).toBe(shown);
  });

  testInTurn(face, 2, "a person hears it in their own language", async ({ page, face, host }) => {
    const mend = await mount(page, { face, host }, { ...troubles[0]!, mount: { options: { locale: "es-MX" } } });
    await openByKeyboard(page);
    await expect
      .poll(() => read(page))
      .toBe(`- button "Intentar de nuevo"\n- status: No se pudo abrir Connect. Inténtalo de nuevo.`);
    await mend();
  });

  testInTurn(face, 1, "a person waits in their own language", async ({ page, face, host }) => {
    const mend = await mount(page, { face, host }, { ...troubles[1]!, mount: { options: { locale: "es" } } });
    await openByKeyboard(page);
    await expect
      .poll(() => read(page))
      .toBe(
        `- dialog "Conectar tus datos de salud":\n  - status: Está tardando más de lo normal…\n  - button "Cancelar"`,
      );
    await page.keyboard.press("Escape");
    await mend();
  });
}

let people = 0;

async function mount(
  page: Page,
  { face, host }: { face: FaceName; host: HostServer },
  { mount: given = {}, arrange, during }: Omit<Trouble, "name">,
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
  if (during === offered) await stopSeconds(page);
  await page.goto(`${host.url}/${face}`);
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
}

/** What stands in a screen reader's way: with a dialog open, the dialog alone. */
async function read(page: Page): Promise<Transcript> {
  // One question, not two: a dialog that closes between them would be waited for without end.
  const region = page.locator("#root").or(page.locator("[data-human-connect-stage] dialog[open]")).last();
  // The content of a frame is a page of its own, dead or alive.
  return (await region.ariaSnapshot()).replace(/^(\s*- iframe).*(\n\s{4,}.*)*/m, "$1");
}

/** Time passes in which nobody presses anything, where that is what it takes. */
async function untilHeard(page: Page, expected: Transcript): Promise<void> {
  if (expected === offered) {
    await expect.poll(() => read(page)).toBe(shown);
    await untilUnused(page);
    await passSeconds(page, 10);
  }
  await expect.poll(() => read(page)).toBe(expected);
}

async function hasFocus(locator: ReturnType<Page["locator"]>): Promise<boolean> {
  return locator.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement);
}
