import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runBack } from "./run-back.ts";

runBack("webkit", launchWebKit, findWebKit());
