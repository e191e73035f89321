import { expect, it } from "vitest";

it("offers these names and no others", async () => {
  expect(Object.keys(await import("../../src/index.js")).toSorted()).toEqual([
    "ConnectController",
    "HumanConnectButton",
    "HumanConnectCard",
    "HumanConnectList",
    "HumanConnectStatus",
    "configureElements",
    "renderButtonHtml",
    "renderCardHtml",
  ]);
});

it("can be imported on a server, registration included", async () => {
  expect(Object.keys(await import("../../src/define.js"))).toEqual(["configureElements"]);
});
