import { describe, expect, it } from "vitest";
import { HumanConnectError } from "../../src/index.js";
import { readButtonView } from "../../src/face/button-view.js";
import { readLiveView, whenShown } from "../../src/face/live-view.js";
import type { HumanConnectState } from "../../src/model/state.js";
import { readButtonLabels } from "../../src/words/button-labels.js";

const labels = readButtonLabels({ labels: { connect: "Connect", connectAnother: "More", retry: "Again" } });
const idle: HumanConnectState = { status: "idle", currentConnections: [] };
const connected: HumanConnectState = { status: "idle", currentConnections: [{ id: "a", name: "A" }] };
const loading: HumanConnectState = { status: "loading", currentConnections: [] };
const error = new HumanConnectError("widget-timeout", "late", { userMessage: "Too late" } as never);
const failed: HumanConnectState = { status: "error", error, currentConnections: [] };

describe("readButtonView", () => {
  it.each<[string, HumanConnectState, string | null | undefined, object]>([
    ["the kit's label", idle, undefined, { label: "Connect", reserved: ["More", "Again"] }],
    [
      "the kit's label for a connected user",
      connected,
      undefined,
      { label: "More", reserved: ["Connect", "Again"], isConnected: true },
    ],
    ["the developer's text", connected, "Share", { label: "Share", reserved: ["Share", "Again"] }],
    ["the developer's content", idle, null, { label: undefined, reserved: [] }],
    [
      "retry after an error instead of the kit's label",
      failed,
      undefined,
      { label: "Again", reserved: ["Connect", "More"] },
    ],
    ["retry after an error", failed, "Share", { label: "Again", reserved: ["Share", "Again"] }],
    ["retry instead of content", failed, null, { label: "Again", reserved: [] }],
    ["that it loads", loading, undefined, { label: "Connect", isBusy: true }],
  ])("has %s", (_, state, own, expected) => {
    expect(readButtonView(state, labels, own)).toMatchObject(expected);
  });
});

describe("readLiveView", () => {
  it.each<[string, HumanConnectState, string | undefined, Parameters<typeof readLiveView>[2], object]>([
    ["is hidden without an error", idle, "said", "error", { text: "said", isShown: false, isLive: true }],
    ["is visible where it always is", idle, "said", "always", { text: "said", isShown: true, isLive: true }],
    ["shows an error", failed, "", "error", { text: error.userMessage, isShown: true, isLive: true }],
    ["shows, silently, an error that another announces", failed, undefined, "error", { isShown: true, isLive: false }],
    ["never shows an error that is shown elsewhere", failed, "said", "never", { text: "said", isShown: false }],
    ["is ready to announce", idle, undefined, "error", { text: undefined, isShown: false, isLive: true }],
  ])("%s", (_, state, said, shows, expected) => {
    expect(readLiveView(state, said, shows)).toMatchObject(expected);
  });

  it("is shown after an error, or always in the page, or never", () => {
    expect([whenShown(undefined, false), whenShown("shown", true), whenShown("hidden", true)]).toEqual([
      "error",
      "always",
      "never",
    ]);
  });
});
