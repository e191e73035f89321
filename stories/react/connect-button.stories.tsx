import { ConnectButton } from "@human-connect/react";
import type { Meta } from "@storybook/react-vite";
import { showCode } from "../shared/show-code.ts";
import { connectButton as states } from "../shared/states/connect-button.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectButton",
  id: "connect-button",
  ...storyBasis(
    "ConnectButton",
    ["disabled", "prepareOn", "inline", "overlayOpacity"],
    showCode(
      "react",
      ({ props, label }) => `<ConnectButton tokenUrl="/api/human-connect/token"${props}>${label}</ConnectButton>`,
    ),
  ),
  render: (args, context) => (
    <ConnectButton {...readConnectOptions(args, context)} {...readProps(args)}>
      {args.label || undefined}
    </ConnectButton>
  ),
};

export default meta;

export const Idle = states.Idle;
export const Preparing = states.Preparing;
export const Loading = states.Loading;
export const WaitingForConnect = states.WaitingForConnect;
export const Open = states.Open;
export const Connected = states.Connected;
export const Failed = states.Failed;
export const FailedThenRetried = states.FailedThenRetried;
export const Disabled = states.Disabled;
export const FailsWhileOpen = states.FailsWhileOpen;
export const ErrorPage = states.ErrorPage;
export const OutOfReach = states.OutOfReach;
export const OwnTheme = states.OwnTheme;
export const LongWord = states.LongWord;
export const LongLabel = states.LongLabel;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
