import { scenarios } from "@human-connect/sandbox/browser";
import { fn } from "storybook/test";
import type { InputType } from "storybook/internal/types";
import { describeComponent, describeProps } from "./describe-props.ts";
import type { showCode } from "./show-code.ts";
import { sourcesNames } from "./sources.ts";
import type { StoryArgs } from "./story-args.ts";

/** Props that a story can set, beside what every story has. */
export type StoryProp = keyof typeof props;

interface StoryBasis {
  args: StoryArgs;
  argTypes: Record<string, InputType>;
  parameters: { docs: { description: { component?: string }; source: Code } };
}

type Code = ReturnType<typeof showCode>;

/** What the stories of a component begin with, in every face: args, their controls, and what the source says about the props. */
export function storyBasis(component: string, names: readonly StoryProp[], source: Code): StoryBasis {
  const description = describeComponent(component);
  const described = describeProps(component);
  const controls = Object.fromEntries(
    names.map((name): [string, InputType] => [
      name,
      { table: { category: "Props" }, ...described[name], ...props[name].control },
    ]),
  );
  const values = Object.fromEntries(names.map((name) => [name, props[name].value]));
  return {
    // A component is given no prop that it does not have.
    args: { ...common, ...spies(), ...values } as StoryArgs,
    argTypes: { ...(description ? described : undescribed), ...controls, ...setting },
    parameters: { docs: { description: { ...(description && { component: description }) }, source } },
  };
}

/** The props of a story's component, without what is for the story itself. */
export function readProps(args: StoryArgs): Partial<Pick<StoryArgs, StoryProp>> {
  const given = Object.entries(args).filter(([name]) => name in props && name !== "overlayOpacity");
  return Object.fromEntries(given);
}

const props = {
  disabled: { value: false, control: { control: "boolean" } },
  inline: { value: false, control: { control: "boolean" } },
  detailed: { value: false, control: { control: "boolean" } },
  live: { value: false, control: { control: "boolean" } },
  headingLevel: { value: 2, control: { control: { type: "number", min: 1, max: 6 } } },
  prepareOn: { value: "intent", control: { control: "select", options: ["intent", "visible", "mount", "none"] } },
  overlayOpacity: { value: 0.6, control: { control: { type: "range", min: 0, max: 1, step: 0.1 } } },
} satisfies Record<string, { value: unknown; control: InputType }>;

const common = { sources: "none", scenario: "none", token: "at once", label: "" };

const spies = (): Record<string, unknown> =>
  Object.fromEntries(
    ["getToken", "onOpen", "onConnect", "onDisconnect", "onClose", "onError"].map((name) => [name, fn()]),
  );

/** A manifest describes a web component with its events, which are not called like the args that hear of them. */
const undescribed: Record<string, InputType> = Object.fromEntries(
  Object.keys(spies()).map((name) => [name, { table: { disable: true } }]),
);

const table = { category: "This story" };

const setting: Record<string, InputType> = {
  sources: { description: "What the person has connected before.", control: "select", options: sourcesNames, table },
  scenario: {
    description: "What the sandbox does when Connect opens.",
    control: "select",
    options: ["none", "out of reach", ...scenarios.filter(({ stage }) => stage === "page").map(({ name }) => name)],
    table,
  },
  token: {
    description: "How the backend answers when a token is asked for.",
    control: "select",
    options: ["at once", "never", "refused", "refused once"],
    table,
  },
  label: { description: "What the button says; nothing is the label of the locale.", control: "text", table },
};
