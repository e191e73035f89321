// Finds a Chrome, Chromium or Edge for the tests; on Debian as root it is installed when there is none.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/** Path of a Chromium-based browser, or undefined. `CHROME_PATH` comes first. */
export function findChrome() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH, ...onPath, ...places, ...playwrightDownloads()].find((path) => path && existsSync(path));
}

/** Sees to it that the tests have a browser, or ends with the one line that mends it. */
export function ensureBrowsers() {
  if (!findChrome() && isDebian() && process.getuid?.() === 0) {
    console.log("[browsers] installing Chromium with apt-get");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"], { stdio: ["ignore", "ignore", "inherit"], env });
  }
  const chrome = findChrome();
  if (chrome) return { CHROME_PATH: chrome };
  const mend = isDebian() ? "sudo apt-get install -y chromium" : "npx playwright install chromium";
  console.error(`No Chrome, Chromium or Edge was found. Set CHROME_PATH, or run once: ${mend}`);
  process.exit(1);
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}

function playwrightDownloads() {
  const folders = [process.env.PLAYWRIGHT_BROWSERS_PATH, join(homedir(), ".cache/ms-playwright"), join(homedir(), "Library/Caches/ms-playwright")];
  const builds = folders.filter((folder) => folder && existsSync(folder)).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const inside = ["chrome-linux64/chrome", "chrome-linux/chrome", "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"];
  return builds.filter((path) => /chromium-\d+$/.test(path)).flatMap((path) => inside.map((name) => join(path, name)));
}
