import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { chromiumOptions } from "../../../scripts/browsers.mjs";
import { connectPage } from "../src/playwright.js";
import { startSandbox } from "./start-sandbox.js";

// The Connect page wants to be framed by a page that has an address.
const host = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Your records</title>");
});
let hostUrl: string;
let browser: Browser;
beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, "localhost", resolve));
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
  browser = await chromium.launch(chromiumOptions());
});
afterAll(async () => {
  await browser?.close();
  host.close();
});

interface Told {
  status: string;
  sessionResults: Record<string, { name?: string; physician?: string }[]>;
}

/** A page that has opened the vendor's widget. @returns What Connect has told it so far, oldest first. */
async function openConnect(): Promise<{ page: Page; told: () => Promise<Told[]> }> {
  const sandbox = await startSandbox({ pace: 0 });
  // Without animations a step can begin at once.
  const page = await browser.newPage({ reducedMotion: "reduce" });
  page.setDefaultTimeout(10_000);
  onTestFinished(() => page.close());
  await page.goto(hostUrl);
  await page.addScriptTag({ url: `${sandbox.cdnUrl}/humanapi-connect-client@latest.js` });
  await page.evaluate(
    ({ token, baseURL }) => {
      const vendor = window as unknown as { HumanConnect: { open(options: object): void }; told: unknown[] };
      vendor.told = [];
      window.addEventListener("message", ({ data }) => vendor.told.push(structuredClone(data)));
      vendor.HumanConnect.open({ token, baseURL, version: "V2" });
    },
    { token: sandbox.mintToken("jane"), baseURL: sandbox.connectUrl },
  );
  return { page, told: () => page.evaluate(() => (window as unknown as { told: Told[] }).told) };
}

it("connects, disconnects and finishes, as a person would", async () => {
  const { page, told } = await openConnect();
  const connect = connectPage(page);

  await connect.connect("Corviel Diagnostics");
  await connect.connect("Applefen Pharmacy");
  await connect.disconnect("Corviel Diagnostics");
  await connect.finish();

  const messages = await told();
  expect(messages.map(({ status }) => status)).toEqual([
    "CONNECTED_SOURCE",
    "CONNECTED_SOURCE",
    "DISCONNECTED_SOURCE",
    "SUCCESS",
  ]);
  const { connectedSources, disconnectedSources } = messages.at(-1)!.sessionResults;
  expect(connectedSources!.map(({ name }) => name)).toEqual(["Corviel Diagnostics", "Applefen Pharmacy"]);
  expect(disconnectedSources!.map(({ name }) => name)).toEqual(["Corviel Diagnostics"]);
  expect(await page.locator("#human-api").count()).toBe(0);
});

it("asks for a provider with everything that can be typed", async () => {
  const { page, told } = await openConnect();

  await connectPage(page).request({
    physician: "Dr. Rowan",
    address: "Alderwick",
    healthSystem: "Rowan Care",
    website: "rowan.example",
  });
  await connectPage(page).finish();

  expect((await told()).at(-1)!.sessionResults["requestedSources"]).toMatchObject([
    { physician: "Dr. Rowan", address: "Alderwick", healthSystem: "Rowan Care", website: "https://rowan.example/" },
  ]);
});

it("asks for a provider with nothing but what has to be typed", async () => {
  const { page, told } = await openConnect();

  await connectPage(page).request({ physician: "Dr. Ash", address: "Alderwick" });
  await connectPage(page).finish();

  expect((await told()).at(-1)!.sessionResults["requestedSources"]).toMatchObject([
    { physician: "Dr. Ash", healthSystem: "", website: "" },
  ]);
});

it("backs out by the Close that stands around the page", async () => {
  const { page, told } = await openConnect();
  await page.evaluate(() => {
    const close = Object.assign(document.createElement("button"), { className: "close", textContent: "Close" });
    close.onclick = () => document.querySelector("#human-api")!.remove();
    const stage = document.createElement("div");
    stage.dataset["humanConnectStage"] = "";
    stage.style.cssText = "position:fixed;inset:0 0 auto auto;z-index:99999";
    stage.attachShadow({ mode: "open" }).append(close);
    document.body.append(stage);
  });

  await connectPage(page).cancel();

  expect(await page.locator("#human-api").count()).toBe(0);
  expect(await told()).toEqual([]);
});
