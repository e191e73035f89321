import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium, launchWholeChromium } from "../support/puppeteer-driver.ts";
import { runDevice } from "./run-device.ts";
import { runFaults } from "./run-faults.ts";
import { runHistory } from "./run-history.ts";

runFaults("chromium", launchChromium, findChrome());
runHistory("chromium", launchWholeChromium, findChrome());
runDevice("chromium", launchWholeChromium, findChrome());
