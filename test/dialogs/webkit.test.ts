import { findWebKit } from "../../scripts/browsers.mjs";
import { launchWebKit } from "../support/webkit-driver.ts";
import { runDialogs } from "./run-dialogs.ts";

runDialogs("webkit", launchWebKit, findWebKit());
