import { findChrome } from "../../scripts/browsers.mjs";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { runContract } from "./run-contract.ts";

runContract("chromium", launchChromium, findChrome());
