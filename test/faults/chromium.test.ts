import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runFaults } from "./run-faults.ts";

runFaults("chromium", launchChromium, findChrome());
