import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connectPage } from "@human-connect/sandbox/playwright";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { at } from "../../alias.ts";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { startPackageRegistry, type PackageRegistry } from "./package-registry.ts";
import { readStart, type Start } from "./read-start.ts";
import { openTerminals, type Terminals } from "./terminal.ts";

// Each page of docs/start, word for word: an empty folder, its commands, its files, its servers, a click.

const names = readdirSync(at("docs/start"))
  .map((name) => name.slice(0, -3))
  .filter((name) => name !== "index");
const chosen = process.env["STARTS"]?.split(",") ?? names;

let registry: PackageRegistry;
let browser: Browser;
beforeAll(async () => {
  [registry, browser] = await Promise.all([startPackageRegistry(), chromium.launch(chromiumOptions())]);
});
afterAll(async () => {
  await browser?.close();
  await registry?.close();
});

/** An empty folder, but for where npm finds packages that are not published yet. */
function createFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "start-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, ".npmrc"), `@human-connect:registry=${registry.url}\naudit=false\nfund=false\n`);
  return folder;
}

/** Where `npx human-connect-sandbox` listens. */
const sandbox = "http://localhost:4600";

/** A start names its ports: what else listens there would be taken for it. */
async function expectFree(address: string): Promise<void> {
  const isTaken = await fetch(address).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new Error(`Something else answers at ${address}: end it, and run the start again.`);
}

async function install({ files, commands }: Start, folder: string, terminals: Terminals): Promise<void> {
  for (const command of commands) await terminals.run(command);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What a framework says in development, whatever the page does. */
const isUsual = (text: string): boolean => text.startsWith("Lit is in dev mode.");

/** Opens a page. @returns It, and what its console has of warnings and errors. */
async function openPage(address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type()) && !isUsual(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(address);
  return { page, faults };
}

it.each(chosen)("%s: its page opens Connect, and a source is connected", { timeout: 600_000 }, async (name) => {
  const start = readStart(readFileSync(at(`docs/start/${name}.md`), "utf8"));
  const folder = createFolder();
  const terminals = openTerminals(folder);
  onTestFinished(() => terminals.close());
  const startedAt = Date.now();

  await install(start, folder, terminals);
  const installedAt = Date.now();
  const addresses = [sandbox, start.address];
  for (const address of addresses) await expectFree(address);
  for (const server of start.servers) terminals.start(server);
  for (const address of addresses) await terminals.untilAnswered(address);
  const { page, faults } = await openPage(start.address);
  // A server for development compiles while the page loads: before that is over, a click is one before hydration.
  await page.waitForLoadState("networkidle");
  const label = { name: "Connect your health data" };
  // In a CMS it is a link until a click is near.
  await page.getByRole("button", label).or(page.getByRole("link", label)).click();
  const connect = connectPage(page);
  await connect.connect("Applefen Pharmacy");
  const openedAt = Date.now();
  await connect.finish();

  await expect.poll(() => page.locator("#human-api").count()).toBe(0);
  expect(faults).toEqual([]);
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `[starts] ${name}: installed in ${seconds(startedAt, installedAt)}, connected after ${seconds(startedAt, openedAt)}`,
  );
});

it("there is a page for each set-up", () => {
  expect(names).toEqual(expect.arrayContaining(["react", "vue", "element", "typescript", "cms", "next", "nuxt"]));
  expect(names).toEqual(expect.arrayContaining(chosen));
});
