import { ConnectButton, ConnectionList, HumanConnectProvider } from "@human-connect/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { showCode } from "../shared/show-code.ts";
import { connectionList as states } from "../shared/states/connection-list.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectionList",
  id: "connection-list",
  ...storyBasis(
    "ConnectionList",
    ["detailed"],
    showCode(
      "react",
      ({ props }) => `<HumanConnectProvider tokenUrl="/api/human-connect/token" initialConnections={known}>
  <ConnectionList${props} />
  <ConnectButton />
</HumanConnectProvider>`,
    ),
  ),
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectionList {...readProps(args)} />
        <ConnectButton>{args.label || undefined}</ConnectButton>
      </div>
    </HumanConnectProvider>
  ),
};

export default meta;

export const Empty = states.Empty;
export const One = states.One;
export const Twelve = states.Twelve;
export const TwoHundred = states.TwoHundred;
export const LongNames = states.LongNames;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
export const OwnSources: StoryObj<StoryArgs> = {
  ...states.OwnSources,
  parameters: {
    docs: {
      source: showCode(
        "react",
        () => `<ConnectionList>{({ id, name }) => <a href={"/records/" + id}>{name}</a>}</ConnectionList>`,
      ),
    },
  },
  render: (args, context) => (
    <HumanConnectProvider {...readConnectOptions(args, context)}>
      <div className="story-column">
        <ConnectionList>{({ id, name }) => <a href={`#${id}`}>{name}</a>}</ConnectionList>
        <ConnectButton />
      </div>
    </HumanConnectProvider>
  ),
};
export const Detailed = states.Detailed;
