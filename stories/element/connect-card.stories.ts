import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { showCode } from "../shared/show-code.ts";
import { connectCard as states } from "../shared/states/connect-card.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { drawCard } from "./draw-host.ts";

const meta: Meta<StoryArgs> = {
  title: "ConnectCard",
  id: "connect-card",
  component: "human-connect-card",
  ...storyBasis(
    "ConnectCard",
    ["headingLevel", "disabled", "inline", "prepareOn", "overlayOpacity"],
    showCode(
      "element",
      ({ props }) => `<human-connect-card token-url="/api/human-connect/token"${props}></human-connect-card>`,
    ),
  ),
  render: (args, context) => html`<div class="story-column">${drawCard(args, context)}</div>`,
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
        "element",
        ({ props }) => `<human-connect-card token-url="/api/human-connect/token"${props}>
  <span slot="heading">Your records</span>
  <span slot="privacy">Only you decide.</span>
  <template slot="source"><div><b data-text="name"></b> is <i data-text="status"></i></div></template>
  <span slot="button">Choose your records</span>
  <span slot="status">Questions? Call us.</span>
  <a href="/privacy">How we use them</a>
</human-connect-card>`,
      ),
    },
  },
  render: (args, context) => {
    const parts = html`
      <span slot="heading">Your records</span>
      <span slot="privacy">Only you decide.</span>
      <template slot="source"
        ><div><b data-text="name"></b> is <i data-text="status"></i></div
      ></template>
      <span slot="button">Choose your records</span>
      <span slot="status">Questions? Call us.</span>
      <a href="#privacy">How we use them</a>
    `;
    return html`<div class="story-column">${drawCard(args, context, parts)}</div>`;
  },
};
export const Loading = states.Loading;
export const Failed = states.Failed;
export const Disabled = states.Disabled;
export const AfterASession = states.AfterASession;
