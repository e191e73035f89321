import { ConnectButton, ConnectionList } from "@human-connect/vue";
import type { Meta, StoryObj } from "@storybook/vue3-vite";
import { h } from "vue";
import { showCode } from "../shared/show-code.ts";
import { connectionList as states } from "../shared/states/connection-list.ts";
import { readProps, storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { share } from "./share.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectionList",
  id: "connection-list",
  ...storyBasis(
    "ConnectionList",
    ["detailed"],
    showCode(
      "vue",
      ({ props }) => `<ConnectionList${props} />
<ConnectButton />`,
    ),
  ),
  render: (args, context) =>
    share(args, context, () => [
      h(ConnectionList, readProps(args)),
      h(ConnectButton, null, { default: () => args.label }),
    ]),
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
        "vue",
        () => `<ConnectionList v-slot="{ source }">
  <a :href="'/records/' + source.id">{{ source.name }}</a>
</ConnectionList>`,
      ),
    },
  },
  render: (args, context) =>
    share(args, context, () => [
      h(ConnectionList, null, {
        default: ({ source }: { source: { id: string; name: string } }) =>
          h("a", { href: `#${source.id}` }, source.name),
      }),
      h(ConnectButton),
    ]),
};
export const Detailed = states.Detailed;
