import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runBack } from "./run-back.ts";

runBack("chromium", launchChromium, findChrome());
