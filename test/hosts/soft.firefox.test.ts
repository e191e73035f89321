import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runSoft } from "./run-soft.ts";

runSoft("firefox", launchFirefox, findFirefox());
