import { expect, it } from "vitest";
import * as face from "../src/face.js";
import * as core from "../src/index.js";

it("offers these names and no others", () => {
  expect(Object.keys(core).toSorted()).toEqual([
    "HumanConnectError",
    "cdnClient",
    "createHumanConnect",
    "describeState",
    "eventTypes",
    "globalClient",
    "normalizeSession",
    "readButtonLabels",
    "readCardLabels",
    "readViewLabels",
  ]);
});

it("offers the faces what they share", () => {
  expect(Object.keys(face).toSorted()).toEqual([
    "addVoice",
    "allowScriptOrigins",
    "callbackName",
    "describeSource",
    "hasOwnOptions",
    "isFunctionOption",
    "isKnownScript",
    "isLongList",
    "isLoopback",
    "isOptionName",
    "isSecure",
    "listSources",
    "mergeOptions",
    "optionKinds",
    "parseUrl",
    "prepareWhen",
    "readButtonView",
    "readLiveView",
    "readLocale",
    "readStateOptions",
    "repeatEarlyPress",
    "whenShown",
  ]);
});
