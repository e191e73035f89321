import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runDevice } from "./run-device.ts";
import { runFaults } from "./run-faults.ts";
import { runHistory } from "./run-history.ts";

runFaults("firefox", launchFirefox, findFirefox());
runHistory("firefox", launchFirefox, findFirefox());
runDevice("firefox", launchFirefox, findFirefox());
