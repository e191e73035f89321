import { expect, it } from "vitest";
import * as core from "../src/index.js";

it("offers these names and no others", () => {
  expect(Object.keys(core).toSorted()).toEqual([
    "HumanConnectError",
    "addVoice",
    "allowScriptOrigins",
    "callbackName",
    "cdnClient",
    "createHumanConnect",
    "describeSource",
    "describeState",
    "eventTypes",
    "globalClient",
    "isKnownScript",
    "isLongList",
    "isLoopback",
    "isOptionName",
    "isSecure",
    "listSources",
    "mergeOptions",
    "normalizeSession",
    "parseUrl",
    "readButtonLabels",
    "readCardLabels",
    "readViewLabels",
  ]);
});
