import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runDevice } from "./run-device.ts";
import { runFaults } from "./run-faults.ts";
import { runHistory } from "./run-history.ts";

runFaults("webkit", launchWebKit, findWebKit());
runHistory("webkit", launchWebKit, findWebKit());
runDevice("webkit", launchWebKit, findWebKit());
