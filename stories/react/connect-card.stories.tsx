import { ConnectCard } from "@human-connect/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
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
      "react",
      ({ props }) => `<ConnectCard tokenUrl="/api/human-connect/token" initialConnections={known}${props} />`,
    ),
  ),
  render: (args, context) => (
    <div className="story-column">
      <ConnectCard {...readConnectOptions(args, context)} {...readProps(args)} />
    </div>
  ),
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
        "react",
        ({ props }) => `<ConnectCard
  tokenUrl="/api/human-connect/token"
  initialConnections={known}${props}
  heading="Your records"
  privacy="Only you decide."
  source={({ name, status }) => <div><b>{name}</b> is <i>{words[status]}</i></div>}
  button={() => "Choose your records"}
  status={() => "Questions? Call us."}
>
  <a href="/privacy">How we use them</a>
</ConnectCard>`,
      ),
    },
  },
  render: (args, context) => (
    <div className="story-column">
      <ConnectCard
        {...readConnectOptions(args, context)}
        {...readProps(args)}
        heading="Your records"
        privacy="Only you decide."
        source={({ name }) => (
          <div>
            <b>{name}</b> is <i>Connected</i>
          </div>
        )}
        button={() => "Choose your records"}
        status={() => "Questions? Call us."}
      >
        <a href="#privacy">How we use them</a>
      </ConnectCard>
    </div>
  ),
};
export const Loading = states.Loading;
export const Failed = states.Failed;
export const Disabled = states.Disabled;
export const AfterASession = states.AfterASession;
