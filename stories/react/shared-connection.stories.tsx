import { ConnectButton, ConnectionList, ConnectStatus, HumanConnectProvider } from "@human-connect/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { showCode } from "../shared/show-code.ts";
import { sharedConnection as states } from "../shared/states/shared-connection.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "Shared connection",
  id: "shared-connection",
  ...storyBasis(
    "HumanConnectProvider",
    ["overlayOpacity"],
    showCode(
      "react",
      ({
        label,
      }) => `<HumanConnectProvider tokenUrl="/api/human-connect/token" initialConnections={known} onClose={refresh}>
  <ConnectionList />
  <ConnectButton message="hidden">${label}</ConnectButton>
  <ConnectStatus />
</HumanConnectProvider>`,
    ),
  ),
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectionList />
        <ConnectButton message="hidden">{args.label || undefined}</ConnectButton>
        <ConnectStatus />
      </div>
    </HumanConnectProvider>
  ),
};

export default meta;

export const Idle = states.Idle;
export const Connected = states.Connected;
export const TwoButtons: StoryObj<StoryArgs> = {
  ...states.TwoButtons,
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectButton />
        <ConnectButton />
      </div>
    </HumanConnectProvider>
  ),
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
