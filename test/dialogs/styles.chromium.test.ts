import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runStyles } from "./run-styles.ts";

runStyles("chromium", launchChromium, findChrome());
