import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runFaults } from "./run-faults.ts";

runFaults("firefox", launchFirefox, findFirefox());
