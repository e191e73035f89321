import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runLinks } from "./run-links.ts";

runLinks("chromium", launchChromium, findChrome());
