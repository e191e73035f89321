import { ConnectButton, ConnectStatus, HumanConnectProvider } from "@human-connect/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { showCode } from "../shared/show-code.ts";
import { connectStatus as states } from "../shared/states/connect-status.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectStatus",
  id: "connect-status",
  ...storyBasis(
    "ConnectStatus",
    ["live"],
    showCode(
      "react",
      ({ props }) => `<HumanConnectProvider tokenUrl="/api/human-connect/token" initialConnections={known}>
  <ConnectButton message="hidden" />
  <ConnectStatus${props} />
</HumanConnectProvider>`,
    ),
  ),
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectButton message="hidden">{args.label || undefined}</ConnectButton>
        <ConnectStatus {...readProps(args)} />
      </div>
    </HumanConnectProvider>
  ),
};

export default meta;

export const NothingConnected = states.NothingConnected;
export const OneSource = states.OneSource;
export const TwelveSources = states.TwelveSources;
export const OwnContent: StoryObj<StoryArgs> = {
  ...states.OwnContent,
  parameters: {
    docs: { source: showCode("react", () => `<ConnectStatus>{() => "Questions? Call us."}</ConnectStatus>`) },
  },
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectButton message="hidden" />
        <ConnectStatus>{() => "Questions? Call us."}</ConnectStatus>
      </div>
    </HumanConnectProvider>
  ),
};
export const Loading = states.Loading;
export const Open = states.Open;
export const Failed = states.Failed;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
