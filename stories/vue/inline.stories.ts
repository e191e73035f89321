import { ConnectButton, ConnectCard } from "@human-connect/vue";
import type { Meta, StoryObj } from "@storybook/vue3-vite";
import { h } from "vue";
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
      "vue",
      ({ props, label }) =>
        `<ConnectButton inline token-url="/api/human-connect/token"${props}>${label}</ConnectButton>`,
    ),
  ),
  render: (args, context) => () =>
    h("div", { class: "story-box" }, [
      h(
        ConnectButton,
        { inline: true, ...readConnectOptions(args, context), ...readProps(args) },
        { default: () => args.label },
      ),
    ]),
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
  render: (args, context) => () =>
    h("div", { class: "story-column" }, [
      h(ConnectCard, { inline: true, ...readConnectOptions(args, context), ...readProps(args) }),
    ]),
};
