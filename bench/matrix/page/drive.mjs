// A page of a fixture, as a user meets it in Chromium.
import { connectPage } from "../../../packages/sandbox/dist/playwright.js";

/** What a user sees within this time or not at all, in ms. */
const findMs = 10_000;
/** What says nothing of the page: builds for development name themselves. */
const notices = /^Lit is in dev mode|^You are running a development build of Vue/;
const label = "Connect your health data";

/**
 * What the server answers before any script runs.
 *
 * @param {string} url
 * @param {"button" | "tag"} shape `tag`: the element alone, which becomes a button in the browser.
 * @throws {Error} When the button is not in it.
 */
export async function checkRendered(url, shape) {
  const html = await (await fetch(url)).text();
  const pattern =
    shape === "button" ? /<button\b[^]*?Connect your health data[^]*?<\/button>/ : /<human-connect-button\b/;
  if (!pattern.test(html)) throw new Error("The server's HTML has no button");
}

/**
 * A click while every script of the page is still on its way.
 *
 * @throws {Error} When Connect does not open once they have arrived.
 */
export async function clickEarly(browser, url) {
  const page = await openPage(browser);
  try {
    const held = [];
    let isHeld = true;
    await page.page.route(
      (address) => address.origin === new URL(url).origin,
      (route) => {
        const isLate = isHeld && isOfApp(route.request());
        return isLate ? void held.push(route) : route.continue();
      },
    );
    await page.page.goto(url, { waitUntil: "commit" });
    await page.page.locator("human-connect-button, button").first().click();
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
    await page.untilOpen("A click before the scripts have arrived is lost: Connect does not open");
  } finally {
    await page.close();
  }
}

/** The script that remembers an early click is at the top of the page, and blocks it until it is there. */
const isOfApp = (request) =>
  !["document", "stylesheet", "image", "font"].includes(request.resourceType()) &&
  !request.url().includes("early-script");

/**
 * Loads the page and opens Connect, which shows that it is hydrated.
 *
 * @param {string} [via] The link on the page that leads to the button.
 * @throws {Error} When the console has a warning or an error, with its text.
 */
export async function checkHydrated(browser, url, via) {
  const page = await openPage(browser);
  try {
    await page.openConnect(url, via);
    if (page.problems.length) throw new Error(page.problems[0]);
  } finally {
    await page.close();
  }
}

/**
 * The main path: Connect opens, a source is connected, Connect is closed, and the page has the source and no frame.
 *
 * @param {{ via?: string, provider?: string }} [page] `provider`: one that the user has not connected yet.
 * @throws {Error} At the step that fails, or with an error of the page.
 */
export async function playSession(browser, url, { via, provider = "Applefen Pharmacy" } = {}) {
  const page = await openPage(browser);
  try {
    await page.openConnect(url, via);
    const connect = connectPage(page.page);
    await connect.connect(provider);
    await connect.finish();
    await page.page.locator("#result").filter({ hasText: provider }).waitFor();
    if (page.problems.length) throw new Error(page.problems[0]);
  } finally {
    await page.close();
  }
}

/**
 * Clicks where Connect cannot open.
 *
 * @returns {Promise<string>} Everything that the page then tells its developer.
 */
export async function readRefusal(browser, url) {
  const page = await openPage(browser);
  try {
    await page.page.goto(url);
    await page.page.getByRole("button", { name: label }).click();
    await page.page.locator("#result").filter({ hasText: /\w/ }).waitFor();
    return [await page.page.locator("#result").textContent(), ...page.problems].join(" ");
  } finally {
    await page.close();
  }
}

async function openPage(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(findMs);
  const problems = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    const { url } = message.location();
    const isOurs = url.startsWith(new URL(page.url()).origin) && !url.includes("favicon");
    const isProblem = ["error", "warning"].includes(message.type()) && !notices.test(message.text());
    if (isOurs && isProblem) problems.push(message.text());
  });
  const frame = page.locator("#human-api");
  const untilOpen = (message) =>
    frame.waitFor({ state: "attached" }).catch(() => {
      throw new Error([message, ...problems].join(". "));
    });
  const openConnect = async (url, via) => {
    await page.goto(url);
    await page.waitForLoadState("networkidle");
    if (via) await page.getByRole("link", { name: via }).click();
    await clickUntilOpen(page, frame);
    await untilOpen("Connect does not open");
  };
  return { page, problems, untilOpen, openConnect, close: () => context.close() };
}

/** A click before the page is ready is {@link clickEarly}'s matter, and a server for development is never known to be ready. */
async function clickUntilOpen(page, frame) {
  for (let left = 5; left > 0; left--) {
    await page.getByRole("button", { name: label }).click();
    const isOpen = await frame.waitFor({ state: "attached", timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
}
