import { findFirefox } from "../../scripts/browsers.mjs";
import { launchFirefox } from "../support/puppeteer-driver.ts";
import { runDialogs } from "./run-dialogs.ts";

runDialogs("firefox", launchFirefox, findFirefox());
