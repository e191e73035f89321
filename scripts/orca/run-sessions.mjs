// Inside of a D-Bus session with a display: runs the sessions and prints what Orca says. Started by scripts/orca.mjs.
import { spawnSync } from "node:child_process";
import { chromium } from "playwright";
import { connectPage } from "@human-connect/sandbox/playwright";
import { startDemo } from "../../demo/server.ts";
import { findChrome } from "../browsers.mjs";
import { startOrca } from "./start-orca.mjs";

const home = process.argv[2];
const orca = await startOrca(home);
const demo = await startDemo({ port: 0 });
const context = await chromium.launchPersistentContext(`${home}/profile`, {
  executablePath: findChrome(),
  headless: false,
  viewport: null,
  // A window without an address bar, whose own lines would be read as well.
  args: ["--no-sandbox", "--force-renderer-accessibility", `--app=${demo.url}`, "--disable-save-password-bubble"],
  ignoreDefaultArgs: ["about:blank"],
  env: orca.env,
});
const page = context.pages()[0] ?? (await context.waitForEvent("page"));
const button = page.locator("main button.human-connect-button").first();
const connect = page.frameLocator("#human-api");
const tokens = "**/api/human-connect/token*";

/** A real key: Orca answers to those of the display alone. */
const key = (name) => spawnSync("xdotool", ["key", name], { env: orca.env });
const reading = {
  "moves to the button": () => button.focus(),
  "presses Enter": () => key("Return"),
  "presses Escape": () => key("Escape"),
};
/** What Connect itself says is the vendor's. */
const theirs = {
  "connects Applefen Pharmacy": () => connectPage(page).connect("Applefen Pharmacy"),
  "disconnects Applefen Pharmacy": () => connectPage(page).disconnect("Applefen Pharmacy"),
  "waits for Connect": () => connect.getByRole("searchbox").waitFor(),
  "comes when the token endpoint is in trouble": () => page.route(tokens, (route) => route.fulfill({ status: 500 })),
  "comes back when it is well again": () => page.unroute(tokens),
};
const sessions = {
  "a source is connected": `moves to the button
presses Enter
connects Applefen Pharmacy
presses Escape`,
  "it is disconnected": `presses Enter
waits for Connect
disconnects Applefen Pharmacy
presses Escape`,
  "the token endpoint is in trouble": `comes when the token endpoint is in trouble
presses Enter`,
};

try {
  console.log(
    `${orca.version}, Chromium ${context.browser()?.version() ?? (await page.evaluate("navigator.userAgent"))}`,
  );
  await button.waitFor();
  await orca.listen();
  for (const [name, acts] of Object.entries(sessions)) {
    console.log(`\n${name}`);
    for (const act of acts.split("\n")) {
      await (reading[act] ?? theirs[act])();
      const lines = await orca.listen();
      console.log(`> ${act}`);
      for (const line of act in reading ? lines : []) console.log(line);
    }
  }
} finally {
  await context.close();
  await demo.close();
  orca.stop();
}
