import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runBack } from "./run-back.ts";

runBack("firefox", launchFirefox, findFirefox());
