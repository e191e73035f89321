import type { InputType } from "storybook/internal/types";
import type { ComponentDoc, MemberDoc } from "./docstrings.ts";

/** Written in by the configuration; empty where a manifest describes the components. */
declare const __DOCSTRINGS__: Readonly<Record<string, ComponentDoc>>;

const categories = { props: "Props", options: "Options of the core", events: "Events", slots: "Slots" };

/** What is said about a component in its source. */
export function describeComponent(name: string): string | undefined {
  return __DOCSTRINGS__[name]?.description;
}

/** What is said about its props, options, events and slots. They have no controls of their own. */
export function describeProps(name: string): Record<string, InputType> {
  const members = __DOCSTRINGS__[name]?.members ?? [];
  return Object.fromEntries(members.map((member) => [keyOf(member), describeMember(member)]));
}

/** A slot may be called like a prop, and Vue's events are listened to under another name. */
function keyOf({ name, group }: MemberDoc): string {
  if (group === "slots") return `slot:${name}`;
  return group === "events" && !name.startsWith("on") ? `on${name[0]!.toUpperCase()}${name.slice(1)}` : name;
}

function describeMember({ name, description, type, isRequired, group }: MemberDoc): InputType {
  const byDefault = /Default:? (?:`([^`]+)`|(true|false|\d[\d._]*\d|\d))/.exec(description);
  return {
    name,
    description,
    type: { name: "other", value: type, required: isRequired },
    control: false,
    table: {
      category: categories[group],
      type: { summary: type },
      ...(byDefault && { defaultValue: { summary: byDefault[1] ?? byDefault[2] } }),
    },
  };
}
