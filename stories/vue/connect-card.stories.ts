import { ConnectCard } from "@human-connect/vue";
import type { Meta, StoryObj } from "@storybook/vue3-vite";
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
export const Arabic = states.Arabic;
export const OwnParts: StoryObj<StoryArgs> = {
  ...states.OwnParts,
  parameters: {
    docs: {
      source: showCode(
        "vue",
        ({ props }) => `<ConnectCard token-url="/api/human-connect/token" :initial-connections="known"${props}>
  <template #heading>Your records</template>
  <template #privacy>Only you decide.</template>
  <template #source="{ source }"><div><b>{{ source.name }}</b> is <i>{{ words[source.status] }}</i></div></template>
  <template #button>Choose your records</template>
  <template #status>Questions? Call us.</template>
  <a href="/privacy">How we use them</a>
</ConnectCard>`,
      ),
    },
  },
  render: (args, context) => () =>
    h(
      "div",
      { class: "story-column" },
      h(
        ConnectCard,
        { ...readConnectOptions(args, context), ...readProps(args) },
        {
          heading: () => "Your records",
          privacy: () => "Only you decide.",
          source: ({ source }: { source: { name: string } }) =>
            h("div", [h("b", source.name), " is ", h("i", "Connected")]),
          button: () => "Choose your records",
          status: () => "Questions? Call us.",
          default: () => h("a", { href: "#privacy" }, "How we use them"),
        },
      ),
    ),
};
export const Loading = states.Loading;
export const Failed = states.Failed;
export const Disabled = states.Disabled;
export const AfterASession = states.AfterASession;
