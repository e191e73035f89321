import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runLinks } from "./run-links.ts";

runLinks("webkit", launchWebKit, findWebKit());
