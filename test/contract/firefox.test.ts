import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runContract } from "./run-contract.ts";

runContract("firefox", launchFirefox, findFirefox());
