import { ConnectButton, ConnectCard } from "@human-connect/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { showCode } from "../shared/show-code.ts";
import { inline as states } from "../shared/states/inline.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "Inline",
  id: "inline",
  ...storyBasis(
    "ConnectButton",
    ["disabled", "prepareOn"],
    showCode(
      "react",
      ({ props, label }) =>
        `<ConnectButton inline tokenUrl="/api/human-connect/token"${props}>${label}</ConnectButton>`,
    ),
  ),
  render: (args, context) => (
    <div className="story-box">
      <ConnectButton inline {...readConnectOptions(args, context)} {...readProps(args)}>
        {args.label || undefined}
      </ConnectButton>
    </div>
  ),
};

export default meta;

export const Idle = states.Idle;
export const WaitingForConnect = states.WaitingForConnect;
export const Open = states.Open;
export const Failed = states.Failed;
export const ConnectsASource = states.ConnectsASource;
export const Closes = states.Closes;
export const RightToLeft = states.RightToLeft;
export const InsideACard: StoryObj<StoryArgs> = {
  ...states.Open,
  render: (args, context) => (
    <div className="story-column">
      <ConnectCard inline {...readConnectOptions(args, context)} {...readProps(args)} />
    </div>
  ),
};
