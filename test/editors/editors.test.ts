import { readFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { startLinksSite, type LinksSite } from "../cms/links-site.ts";
import { findMs, type Driver } from "../support/driver.ts";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { editors } from "./editors.ts";
import { browserTools, link, tools } from "./tools.ts";

// A link to Connect as real editors make it, and as sanitizers and Markdown pass it on.

const columns = ["kept", "opens", "closes with event", "inert while editing"] as const;
const words = "Connect your data";
const address = "/connect#human-connect=button";
const kept = /<a\s[^>]*href="[^"]*#human-connect=button"/;

let site: LinksSite;
let driver: Driver;
const matrix = new Map<string, Partial<Record<(typeof columns)[number], string>>>();

beforeAll(async () => {
  site = await startLinksSite();
  driver = await launchChromium();
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
  const row = (cells: readonly string[]): string => cells.map((cell, index) => cell.padEnd(index ? 20 : 28)).join("");
  console.log(
    [
      row(["tool", ...columns]),
      ...[...matrix].map(([name, has]) => row([name, ...columns.map((c) => has[c] ?? "NO")])),
    ].join("\n"),
  );
});

/** A package's name and version, for the matrix. */
const titled = (name: string, from: string | undefined): string =>
  from
    ? `${name} ${JSON.parse(readFileSync(at(`test/editors/node_modules/${from}/package.json`), "utf8")).version}`
    : name;

async function bundle(page: string): Promise<string> {
  const build = await rolldown({
    input: at(`test/editors/pages/${page}.js`),
    logLevel: "silent",
    tsconfig: false,
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}

async function load(content: string, module?: string): Promise<void> {
  const tag = module ? `<script type="module" src="/${module}.js"></script>` : "";
  if (module) site.modules[`/${module}.js`] ??= await bundle(module);
  site.show(`<main>${content}</main><script %TAG%></script>${tag}`);
  await driver.goto(site.url);
  await driver.evaluate(`for (const type of ["open", "close"])
    addEventListener("human-connect-" + type, () => (window.told = (window.told ?? "") + type + " "))`);
  await expect
    .poll(() => driver.evaluate(`Boolean(customElements.get("human-connect-status"))`), { timeout: findMs })
    .toBe(true);
}

const untilTold = (text: string): Promise<void> =>
  expect.poll(() => driver.evaluate("window.told ?? ''"), { timeout: findMs }).toBe(text);

async function openAndClose(...path: string[]): Promise<void> {
  await driver.click(...path);
  await untilTold("open ");
  await driver.click("human-connect-stage", ".close");
  await untilTold("open close ");
  expect(site.asked).toEqual(["POST /token"]);
}

/** Opens Connect with what has come out of a tool, on a page of its own. */
async function publish(html: string, has: Partial<Record<(typeof columns)[number], string>>): Promise<void> {
  expect(html).toMatch(kept);
  has.kept = "yes";
  await load(html);
  await openAndClose("main a");
  has.opens = has["closes with event"] = "yes";
}

describe.each(editors)("$name", ({ name, page, from, surface = ["#editor a"], hasPreview = true, hasCaret = true }) => {
  const has: Partial<Record<(typeof columns)[number], string>> = {};
  let html = "";

  it("has a link that does nothing while it is edited, and opens Connect in a preview", async () => {
    matrix.set(titled(name, from), has);
    await load(`<div id="editor"></div>`, page);
    // A page without the script has its `#editor` by that name.
    await expect.poll(() => driver.evaluate("typeof window.editor?.link"), { timeout: findMs }).toBe("function");
    await driver.evaluate(`(async () => {
      await editor.link(${JSON.stringify(words)}, ${JSON.stringify(address)});
      const inner = editor.frame?.().contentDocument;
      if (!inner) return;
      // As if the editor loaded the site's template in its frame.
      const script = inner.createElement("script");
      for (const { name, value } of document.querySelector("script[data-token-url]").attributes) script.setAttribute(name, value);
      await new Promise((resolve) => { script.onload = resolve; if (editor.within) script.dataset.within = editor.within; inner.head.append(script); });
    })()`);
    html = await driver.evaluate("editor.html()");

    await driver.click(...surface);
    await driver.press("x");
    if (hasCaret) await expect.poll(() => driver.evaluate("editor.html()"), { timeout: findMs }).not.toBe(html);

    const seen = await driver.evaluate(`(() => {
      const roots = [document, editor.frame?.().contentDocument].filter(Boolean);
      const count = (selector) => roots.reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
      return [count("[data-status]"), count("human-connect-link"), count("human-connect-stage"), window.told ?? ""];
    })()`);
    expect(seen).toEqual([0, 0, 0, ""]);
    expect(site.asked).toEqual([]);
    has["inert while editing"] = "yes";

    if (!hasPreview) return;
    await driver.evaluate("editor.preview()");
    await openAndClose(...surface);
  });

  it("gives a link that opens Connect on the page", () => publish(html, has));
});

describe.each(tools)("$name", ({ name, from, pass }) => {
  it("passes on a link that opens Connect on the page", async () => {
    const has = { "inert while editing": "-" };
    matrix.set(titled(name, from), has);

    await publish(await pass(), has);
  });
});

describe.each(browserTools)("$name", ({ name, from, page }) => {
  it("passes on a link that opens Connect on the page", async () => {
    await load("", page);
    const native = `((html) => { const place = document.createElement("div"); place.setHTML(html); return place.innerHTML; })`;
    if (!page && !(await driver.evaluate("'setHTML' in Element.prototype")))
      return console.log("[editors] this Chromium has no setHTML");
    const has = { "inert while editing": "-" };
    matrix.set(titled(name, from), has);

    await publish(await driver.evaluate(`${page ? "sanitize" : native}(${JSON.stringify(link)})`), has);
  });
});
