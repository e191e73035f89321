import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runDialogs } from "./run-dialogs.ts";

runDialogs("chromium", launchChromium, findChrome());
