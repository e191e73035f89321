import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runStyles } from "./run-styles.ts";

runStyles("firefox", launchFirefox, findFirefox());
