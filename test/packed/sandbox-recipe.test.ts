import { spawn } from "node:child_process";
import { once } from "node:events";
import { connectPage } from "@human-connect/sandbox/playwright";
import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { createCustomer, type Customer } from "./customer.ts";

let customer: Customer;
let browser: Browser;
beforeAll(async () => {
  [customer, browser] = await Promise.all([createCustomer(), chromium.launch(chromiumOptions())]);
});
afterAll(async () => {
  await browser?.close();
  customer?.remove();
});

/** The recipe of the sandbox's README: one file, with the packages that it says to install. */
function readRecipe(): string {
  const [, section = ""] = customer.read("sandbox", "README.md").split("\n## A page and its server\n");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(section) ?? [];
  return code;
}

it("a page and its server run on the sandbox as the README writes them, and a source is connected", async () => {
  const file = customer.write("server.mjs", readRecipe());
  const server = spawn(process.execPath, [file], { cwd: customer.folder, env: { ...process.env, PORT: "0" } });
  const page = await browser.newPage();
  try {
    const [address] = (await once(server.stdout, "data")) as [Buffer];

    await page.goto(String(address).trim());
    await page.getByRole("button", { name: "Connect your health data" }).click();
    const connect = connectPage(page);
    await connect.connect("Applefen Pharmacy");
    await connect.finish();

    await expect
      .poll(() => page.getByRole("listitem").allTextContents())
      .toEqual([expect.stringContaining("Applefen Pharmacy")]);
  } finally {
    await page.close();
    server.kill();
    await once(server, "close");
  }
});
