// Inside of a D-Bus session with a display: what Chromium, Firefox and WebKitGTK hand to assistive technology at each step of a session, in
// the three faces. Started by scripts/orca.mjs; fails where a tree is not the one below.
import { spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { startHostServer } from "../../test/support/host-server.ts";
import { launchWebKit } from "../../test/support/webkit-driver.ts";
import { findChrome, findFirefox, findWebKit } from "../browsers.mjs";
import { startBus } from "./start-bus.mjs";

const button = "harness.button()";
/** The steps of a session: how it comes about, and what is there then. */
const steps = [
  { name: "idle", tree: ['button "Connect your health data"', "status"] },
  {
    name: "open",
    act: `${button}.click()`,
    tree: ['dialog "Connect your health data"', 'frame "Connect"', 'button "Close Connect"'],
  },
  { name: "closed", act: "harness.close()", tree: ['button "Connect your health data"', "status"] },
  {
    name: "a source connected",
    user: "+autopilot",
    act: `${button}.click()`,
    tree: ['button "Add or remove sources"', /^status: \S.* connected\. 1 source connected\.$/],
  },
  {
    name: "failed",
    token: "reject-once",
    act: `${button}.click()`,
    tree: ['button "Try again"', "status: Connect could not be opened. Try again."],
  },
];
/** What the engines call it. WebKitGTK has buttons that open a dialog for combo boxes. */
const roles = {
  "push button": "button",
  "combo box": "button",
  "status bar": "status",
  dialog: "dialog",
  frame: "frame",
};

const chromeArgs = ["--no-sandbox", "--force-renderer-accessibility"];
const { env, stop } = await startBus(process.argv[2]);
Object.assign(process.env, env);
const host = await startHostServer();
const engines = {
  chromium: findChrome() && (() => launch({ browser: "chrome", executablePath: findChrome(), args: chromeArgs })),
  firefox: findFirefox() && (() => launch({ browser: "firefox", executablePath: findFirefox() })),
  webkit: findWebKit() && launchWebKit,
};
let faults = 0;
try {
  for (const [engine, start] of Object.entries(engines)) {
    if (!start) console.log(`${engine} is not here`);
    // A browser for each face: Firefox hands out its tree the slower, the more pages it has shown.
    else for (const face of ["react", "vue", "element"]) await play(engine, face, await start());
  }
} finally {
  await host.close();
  stop();
}
console.log(`[trees] ${faults} faults`);
process.exit(faults ? 1 : 0);

async function play(engine, face, driver) {
  console.log(`\n${engine}, ${face}`);
  for (const { name, act, user, token = "ok", tree } of steps) {
    if (name === "idle" || user || token !== "ok") {
      await driver.goto(`${host.url}/${face}`);
      await until(() => driver.evaluate("typeof harness === 'object'"));
      const config = {
        client: "npm",
        token,
        user: `${engine}-${face}${user ?? ""}`,
        tag: "",
        cdnUrl: host.sandbox.cdnUrl,
      };
      await driver.evaluate(`harness.mount(${JSON.stringify({ ...config, baseUrl: host.sandbox.connectUrl })})`);
    }
    if (act) await driver.evaluate(`void ${act}`);
    let lines = [];
    const isRight = await until(() => {
      lines = readTree(face);
      return lines.length === tree.length && tree.every((line, at) => line === lines[at] || line.test?.(lines[at]));
    });
    faults += isRight ? 0 : 1;
    console.log(`${name}: ${lines.join(" · ")}${isRight ? "" : ` — and not ${tree.join(" · ")}`}`);
  }
  await driver.close();
}

/** The kit's own part of the page, as the platform's accessibility interface has it. */
function readTree(title) {
  const { stdout } = spawnSync("/usr/bin/python3", ["scripts/orca/read-tree.py", title], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [role, name, text] = line.split("\t");
    if (!roles[role]) return [];
    return role === "status bar" ? [text ? `status: ${text}` : "status"] : [`${roles[role]} "${name}"`];
  });
}

/** Whether it comes true within 15 seconds. */
async function until(isTrue) {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(200)) if (await isTrue()) return true;
  return false;
}

async function launch(options) {
  const browser = await puppeteer.launch({ ...options, headless: false, env: process.env });
  const page = await browser.newPage();
  return {
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
