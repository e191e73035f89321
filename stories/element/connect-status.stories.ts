import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { showCode } from "../shared/show-code.ts";
import { connectStatus as states } from "../shared/states/connect-status.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { drawButton } from "./draw-host.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectStatus",
  id: "connect-status",
  component: "human-connect-status",
  ...storyBasis(
    "ConnectStatus",
    ["live"],
    showCode(
      "element",
      ({
        props,
      }) => `<human-connect-button id="connect" message="hidden" token-url="/api/human-connect/token"></human-connect-button>
<human-connect-status for="connect"${props}></human-connect-status>`,
    ),
  ),
  render: (args, context) => html`
    <div class="story-column">
      ${drawButton(args, context, "hidden")}
      <human-connect-status for=${context.id} ?live=${args.live}></human-connect-status>
    </div>
  `,
};

export default meta;

export const NothingConnected = states.NothingConnected;
export const OneSource = states.OneSource;
export const TwelveSources = states.TwelveSources;
export const OwnContent: StoryObj<StoryArgs> = {
  ...states.OwnContent,
  parameters: {
    docs: {
      source: showCode(
        "element",
        () =>
          `<human-connect-status for="connect"><span slot="status">Questions? Call us.</span></human-connect-status>`,
      ),
    },
  },
  render: (args, context) => html`
    <div class="story-column">
      ${drawButton(args, context, "hidden")}
      <human-connect-status for=${context.id}><span slot="status">Questions? Call us.</span></human-connect-status>
    </div>
  `,
};
export const Loading = states.Loading;
export const Open = states.Open;
export const Failed = states.Failed;
export const RightToLeft = states.RightToLeft;
export const Spanish = states.Spanish;
