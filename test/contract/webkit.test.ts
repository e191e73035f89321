import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runContract } from "./run-contract.ts";

runContract("webkit", launchWebKit, findWebKit());
