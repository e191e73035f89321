import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { showCode } from "../shared/show-code.ts";
import { connectionList as states } from "../shared/states/connection-list.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { drawButton } from "./draw-host.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectionList",
  id: "connection-list",
  component: "human-connect-list",
  ...storyBasis(
    "ConnectionList",
    ["detailed"],
    showCode(
      "element",
      ({ props }) => `<human-connect-list for="connect"${props}></human-connect-list>
<human-connect-button id="connect" token-url="/api/human-connect/token"></human-connect-button>`,
    ),
  ),
  render: (args, context) => html`
    <div class="story-column">
      <human-connect-list for=${context.id} ?detailed=${args.detailed}></human-connect-list>
      ${drawButton(args, context)}
    </div>
  `,
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
        "element",
        () => `<human-connect-list for="connect"></human-connect-list>
<script type="module">
  document.querySelector("human-connect-list").renderSource = ({ id, name }) =>
    Object.assign(document.createElement("a"), { href: "/records/" + id, textContent: name });
</script>`,
      ),
    },
  },
  render: (args, context) => html`
    <div class="story-column">
      <human-connect-list for=${context.id} .renderSource=${drawLink}></human-connect-list>
      ${drawButton(args, context)}
    </div>
  `,
};
export const Detailed = states.Detailed;

/** The content of a source: a link to what it has. */
function drawLink({ id, name }: { id: string; name: string }): Node {
  return Object.assign(document.createElement("a"), { href: `#${id}`, textContent: name });
}
