import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runLinks } from "./run-links.ts";

runLinks("firefox", launchFirefox, findFirefox());
