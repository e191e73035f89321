import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { showCode } from "../shared/show-code.ts";
import { inline as states } from "../shared/states/inline.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { drawButton, drawCard } from "./draw-host.ts";

const meta: Meta<StoryArgs> = {
  title: "Inline",
  id: "inline",
  component: "human-connect-button",
  ...storyBasis(
    "Inline",
    ["disabled", "prepareOn"],
    showCode(
      "element",
      ({ props, label }) =>
        `<human-connect-button inline token-url="/api/human-connect/token"${props}>${label}</human-connect-button>`,
    ),
  ),
  render: (args, context) => html`<div class="story-box">${drawButton({ ...args, inline: true }, context)}</div>`,
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
  render: (args, context) => html`<div class="story-column">${drawCard({ ...args, inline: true }, context)}</div>`,
};
