import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { showCode } from "../shared/show-code.ts";
import { sharedConnection as states } from "../shared/states/shared-connection.ts";
import { storyBasis } from "../shared/story-basis.ts";
import { type StoryArgs } from "../shared/story-args.ts";
import { drawButton } from "./draw-host.ts";

const meta: Meta<StoryArgs> = {
  title: "Shared connection",
  id: "shared-connection",
  component: "human-connect-button",
  ...storyBasis(
    "Shared connection",
    ["overlayOpacity"],
    showCode(
      "element",
      ({ label }) => `<human-connect-list for="connect"></human-connect-list>
<human-connect-button id="connect" message="hidden" token-url="/api/human-connect/token">${label}</human-connect-button>
<human-connect-status for="connect"></human-connect-status>`,
    ),
  ),
  render: (args, context) => html`
    <div class="story-column">
      <human-connect-list for=${context.id}></human-connect-list>
      ${drawButton(args, context, "hidden")}
      <human-connect-status for=${context.id}></human-connect-status>
    </div>
  `,
};

export default meta;

export const Idle = states.Idle;
export const Connected = states.Connected;
export const TwoButtons: StoryObj<StoryArgs> = {
  ...states.TwoButtons,
  render: (args, context) => html`
    <div class="story-column">
      ${drawButton(args, context)}
      <human-connect-button for=${context.id}></human-connect-button>
    </div>
  `,
};
export const ConnectsASource = states.ConnectsASource;
export const DisconnectsASource = states.DisconnectsASource;
export const Cancels = states.Cancels;
export const ClosesFromOutside = states.ClosesFromOutside;
export const KeyboardOnly = states.KeyboardOnly;
export const KeyboardWhileWaiting = states.KeyboardWhileWaiting;
export const RetriesAfterAnError = states.RetriesAfterAnError;
export const RenewsAnExpiredToken = states.RenewsAnExpiredToken;
export const GivesUpOnExpiredTokens = states.GivesUpOnExpiredTokens;
export const IgnoresForgedMessages = states.IgnoresForgedMessages;
export const WithoutAnybody = states.WithoutAnybody;
