import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runSoft } from "./run-soft.ts";

runSoft("webkit", launchWebKit, findWebKit());
