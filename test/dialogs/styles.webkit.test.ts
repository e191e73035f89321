import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runStyles } from "./run-styles.ts";

runStyles("webkit", launchWebKit, findWebKit());
