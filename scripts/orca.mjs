// `pnpm bench orca`: what a real screen reader says. Orca reads three sessions of the demo in Chromium, on a display, a D-Bus and an
// accessibility bus of their own, and the lines that it speaks are printed; docs/accessibility.md keeps them. Linux only, and in no CI.
// `pnpm bench orca --trees`: what three engines hand to any screen reader, without one.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowsers, find, install, isDebian, onPath } from "./browsers.mjs";

/** Programs, and Debian's packages of them. */
const needed = {
  orca: "orca",
  Xvfb: "xvfb",
  openbox: "openbox",
  xdotool: "xdotool",
  "dbus-run-session": "dbus-daemon",
  "dbus-send": "dbus-bin",
  "speech-dispatcher": "speech-dispatcher",
};
const missing = () => Object.keys(needed).filter((program) => !find(undefined, onPath(program)));
const packages = () => ["at-spi2-core", ...missing().map((program) => needed[program])];

ensureBrowsers();
if (missing().length && isDebian() && process.getuid?.() === 0) install(packages());
if (missing().length) {
  console.error(`[orca] not here: ${missing().join(", ")}. On Debian: sudo apt-get install -y ${packages().join(" ")}`);
  process.exit(1);
}

const program = process.argv.includes("--trees") ? "read-trees" : "run-sessions";
const home = mkdtempSync(join(tmpdir(), "orca-"));
const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
  stdio: ["ignore", "ignore", "ignore", "pipe"],
});
const number = await new Promise((resolve) => display.stdio[3].once("data", (text) => resolve(String(text).trim())));
const { status } = spawnSync("dbus-run-session", ["--", process.execPath, `scripts/orca/${program}.mjs`, home], {
  stdio: ["ignore", "inherit", process.env.DEBUG ? "inherit" : "ignore"],
  env: { ...process.env, DISPLAY: `:${number}` },
});
display.kill();
rmSync(home, { recursive: true, force: true });
process.exitCode = status ?? 1;
