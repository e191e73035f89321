import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runSoft } from "./run-soft.ts";

runSoft("chromium", launchChromium, findChrome());
