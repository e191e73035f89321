import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runFaults } from "./run-faults.ts";

runFaults("webkit", launchWebKit, findWebKit());
