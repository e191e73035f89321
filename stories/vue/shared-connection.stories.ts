import { ConnectButton, ConnectionList, ConnectStatus } from "@human-connect/vue";
import type { Meta, StoryObj } from "@storybook/vue3-vite";
import { h } from "vue";
import { showCode } from "../shared/show-code.ts";
import { sharedConnection as states } from "../shared/states/shared-connection.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { share } from "./share.ts";

const meta: Meta<StoryArgs> = {
  title: "Shared connection",
  id: "shared-connection",
  ...storyBasis(
    "provideHumanConnect",
    ["overlayOpacity"],
    showCode(
      "vue",
      ({ label }) => `<script setup lang="ts">
provideHumanConnect({ tokenUrl: "/api/human-connect/token", initialConnections: known, onClose: refresh });
</script>

<template>
  <ConnectionList />
  <ConnectButton message="hidden">${label}</ConnectButton>
  <ConnectStatus />
</template>`,
    ),
  ),
  render: (args, context) =>
    share(args, context, () => [
      h(ConnectionList),
      h(ConnectButton, { message: "hidden" }, { default: () => args.label }),
      h(ConnectStatus),
    ]),
};

export default meta;

export const Idle = states.Idle;
export const Connected = states.Connected;
export const TwoButtons: StoryObj<StoryArgs> = {
  ...states.TwoButtons,
  render: (args, context) => share(args, context, () => [h(ConnectButton), h(ConnectButton)]),
};
export const ConnectsASource = states.ConnectsASource;
export const DisconnectsASource = states.DisconnectsASource;
export const Cancels = states.Cancels;
export const ClosesFromOutside = states.ClosesFromOutside;
export const KeyboardOnly = states.KeyboardOnly;
export const KeyboardWhileWaiting = states.KeyboardWhileWaiting;
export const RetriesAfterAnError = states.RetriesAfterAnError;
export const RenewsAnExpiredToken = states.RenewsAnExpiredToken;
export const GivesUpOnExpiredTokens = states.GivesUpOnExpiredTokens;
export const IgnoresForgedMessages = states.IgnoresForgedMessages;
export const WithoutAnybody = states.WithoutAnybody;
