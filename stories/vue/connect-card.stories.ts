import { ConnectCard } from "@human-connect/vue";
import type { Meta } from "@storybook/vue3-vite";
import { h } from "vue";
import { showCode } from "../shared/show-code.ts";
import { connectCard as states } from "../shared/states/connect-card.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { readConnectOptions, type StoryArgs } from "../shared/story-args.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectCard",
  id: "connect-card",
  ...storyBasis(
    "ConnectCard",
    ["headingLevel", "disabled", "inline", "prepareOn", "overlayOpacity"],
    showCode(
      "vue",
      ({ props }) => `<ConnectCard token-url="/api/human-connect/token" :initial-connections="known"${props} />`,
    ),
  ),
  render: (args, context) => () =>
    h("div", { class: "story-column" }, h(ConnectCard, { ...readConnectOptions(args, context), ...readProps(args) })),
};

export default meta;

export const Empty = states.Empty;
export const One = states.One;
export const Twelve = states.Twelve;
export const TwoHundred = states.TwoHundred;
export const LongNames = states.LongNames;
export const LargeText = states.LargeText;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
export const Loading = states.Loading;
export const Failed = states.Failed;
export const Disabled = states.Disabled;
export const AfterASession = states.AfterASession;
