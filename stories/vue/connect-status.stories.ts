import { ConnectButton, ConnectStatus } from "@human-connect/vue";
import type { Meta, StoryObj } from "@storybook/vue3-vite";
import { h } from "vue";
import { showCode } from "../shared/show-code.ts";
import { connectStatus as states } from "../shared/states/connect-status.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { share } from "./share.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectStatus",
  id: "connect-status",
  ...storyBasis(
    "ConnectStatus",
    ["live"],
    showCode(
      "vue",
      ({ props }) => `<ConnectButton message="hidden" />
<ConnectStatus${props} />`,
    ),
  ),
  render: (args, context) =>
    share(args, context, () => [
      h(ConnectButton, { message: "hidden" }, { default: () => args.label }),
      h(ConnectStatus, readProps(args)),
    ]),
};

export default meta;

export const NothingConnected = states.NothingConnected;
export const OneSource = states.OneSource;
export const TwelveSources = states.TwelveSources;
export const OwnContent: StoryObj<StoryArgs> = {
  ...states.OwnContent,
  parameters: { docs: { source: showCode("vue", () => `<ConnectStatus>Questions? Call us.</ConnectStatus>`) } },
  render: (args, context) =>
    share(args, context, () => [
      h(ConnectButton, { message: "hidden" }),
      h(ConnectStatus, null, { default: () => "Questions? Call us." }),
    ]),
};
export const Loading = states.Loading;
export const Open = states.Open;
export const Failed = states.Failed;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
