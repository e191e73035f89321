// `pnpm bench pictures --demo`: what a visitor of the demo meets in each face, theme and language, as one sheet,
// test-results/pictures-demo/index.html. Prints what a designer would send back, and fails then: see pictures/judge-page.mjs.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import axe from "axe-core";
import { chromium } from "playwright";
import { startDemo } from "../demo/server.ts";
import { chromiumOptions, ensureBrowsers } from "./browsers.mjs";
import { button, demoStates } from "./pictures/demo-states.mjs";
import { drawSheet } from "./pictures/draw-sheet.mjs";
import { judgePage } from "./pictures/judge-page.mjs";
import { listLanguages } from "./pictures/surroundings.mjs";

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const surroundings = [
  { name: "React, light", viewport: desk },
  { name: "React, dark", viewport: desk, theme: "dark" },
  { name: "Vue, phone", viewport: phone, query: { face: "vue" } },
  { name: "web component, phone, dark", viewport: phone, theme: "dark", query: { face: "element" } },
  { name: "320 px", viewport: { width: 320, height: 640 } },
  ...listLanguages().map((language) => ({ name: language, viewport: phone, query: { language } })),
];
const folder = new URL("../test-results/pictures-demo/", import.meta.url);
const pictures = [];

ensureBrowsers();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const demo = await startDemo({ port: 0, pace: 0.1 });
const browser = await chromium.launch(chromiumOptions());
try {
  for (const surrounding of surroundings) for (const state of demoStates) await take(state, surrounding);
} finally {
  await browser.close();
  await demo.close();
}

const names = demoStates.map(({ name }) => name);
writeFileSync(new URL("index.html", folder), drawSheet(names, surroundings, pictures));
const faults = pictures.flatMap(({ story, surrounding, faults: found }) =>
  found.map((fault) => `${story} · ${surrounding}: ${fault}`),
);
for (const fault of faults) console.log(fault);
console.log(`[pictures] ${pictures.length} in test-results/pictures-demo/index.html, ${faults.length} faults`);
if (faults.length) process.exitCode = 1;

async function take({ name, path, scenario = "", reach }, { name: surrounding, viewport, theme = "light", query }) {
  // A CMS page is in one language.
  if (path && query?.language) return;
  // A new person each time: nothing is connected yet.
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  const address = new URL(path ?? "/", demo.url);
  if (!path) address.search = new URLSearchParams({ ...query, ...(scenario && { scenario }) }).toString();
  await page.goto(address.href);
  await page.locator(button).first().waitFor();
  await reach?.(page);
  const file = `${name}.${surrounding}.png`.replaceAll(/[ ,]+/g, "-");
  const isOver = await page.evaluate(() => Boolean(document.querySelector("html > [data-human-connect-stage]")));
  await page.screenshot({ path: new URL(file, folder).pathname, animations: "disabled", fullPage: !isOver });
  const { faults: found } = await page.evaluate(judgePage, { checksColours: true, root: path ? "main" : ".product" });
  pictures.push({ story: name, surrounding, file, faults: found });
  await context.close();
}
