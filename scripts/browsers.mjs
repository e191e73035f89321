// Finds the browsers that the tests drive; on Debian as root those that are missing are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Debian's package of Chromium's headless shell, and its program. */
const shell = "chromium-headless-shell";

/** Path of a Chromium-based browser, or undefined. `CHROME_PATH` comes first. */
export function findChrome() {
  return find(process.env.CHROME_PATH, [
    ...onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ...playwrightDownloads(),
  ]);
}

/**
 * Path of what draws pages without a window: Chromium's own headless shell, which has everything of the engine and nothing of the
 * browser around it, and needs a third less of a processor; else the browser itself. `CHROME_PATH` comes first.
 */
export function findHeadlessChrome() {
  return find(process.env.CHROME_PATH, onPath(shell)) ?? findChrome();
}

/**
 * How Playwright starts Chromium here, without a window. Of several lists of features the last one counts, so this one repeats Playwright's own;
 * the two popups of the address bar are ours: nobody sees them, and each window would pay for a renderer of theirs.
 */
export function chromiumOptions(executablePath = findHeadlessChrome()) {
  const off = `
    AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose HttpsUpgrades HttpsFirstBalancedModeAutoEnable
    LensOverlay MediaRouter PaintHolding ThirdPartyStoragePartitioning AvoidCorsURLLoaderRestartOnRedirect
    OptimizationHints NetworkTimeServiceQuerying AimEnabled PreconnectToSearch
    WebUIOmniboxPopup WebUIOmniboxAimPopup`;
  return {
    executablePath,
    args: ["--no-sandbox", `--disable-features=${off.trim().split(/\s+/).join(",")}`],
  };
}

/** Path of a Firefox, or undefined. `FIREFOX_PATH` comes first. */
export function findFirefox() {
  const places = ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"];
  return find(process.env.FIREFOX_PATH, [...onPath("firefox-esr", "firefox"), ...places]);
}

/** Path of WebKitGTK's small browser, or undefined where it or what drives it is missing. */
export function findWebKit() {
  if (!find(undefined, onPath("WebKitWebDriver")) || !find(undefined, onPath("Xvfb"))) return undefined;
  const folders = ["x86_64-linux-gnu", "aarch64-linux-gnu"];
  return find(
    undefined,
    folders.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`),
  );
}

/** Sees to it that the tests have their browsers. Without a Chrome it ends with the one line that mends it. */
export function ensureBrowsers() {
  if (isDebian() && process.getuid?.() === 0) {
    if (missingPackages().length) install(missingPackages());
    // Not every release has it.
    const isOffered = () => spawnSync("apt-cache", ["show", shell], { stdio: "ignore" }).status === 0;
    if (!process.env.CHROME_PATH && !find(undefined, onPath(shell)) && isOffered()) install([shell]);
  }
  const missing = missingPackages();
  const mend = isDebian() ? `sudo apt-get install -y ${missing.join(" ")}` : "npx playwright install chromium";
  if (!findChrome()) {
    console.error(`No Chrome, Chromium or Edge was found. Set CHROME_PATH, or run once: ${mend}`);
    process.exit(1);
  }
  if (missing.length) console.warn(`[browsers] left out, because they are not here: ${missing.join(", ")}`);
}

function missingPackages() {
  return [
    ...(findChrome() ? [] : ["chromium", "fonts-liberation"]),
    ...(findFirefox() ? [] : ["firefox-esr"]),
    ...(findWebKit() ? [] : ["webkit2gtk-driver", "xvfb"]),
  ];
}

/** Installs packages of Debian's, as root. */
export function install(packages) {
  console.log(`[install] apt-get install ${packages.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
}

/** The first of these paths that exists, the preferred one if there is one. */
export function find(preferred, places) {
  return [preferred, ...places].find((path) => path && existsSync(path));
}

/** Where programs of these names could be. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function isDebian() {
  return (
    existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function playwrightDownloads() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ];
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ];
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) => readdirSync(cache).map((name) => join(cache, name)))
    .filter((path) => /chromium-\d+$/.test(path))
    .flatMap((path) => inside.map((name) => join(path, name)));
}
