import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runFaults } from "./run-faults.ts";
import { runHistory } from "./run-history.ts";

runFaults("firefox", launchFirefox, findFirefox());
runHistory("firefox", launchFirefox, findFirefox());
