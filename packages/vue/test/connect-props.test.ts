import { hasOwnOptions, isOptionName } from "@human-connect/core/face";
import { ConnectButton, ConnectCard } from "@human-connect/vue";
import { describe, expect, it } from "vitest";
import { everyOption } from "../../../test/support/every-option.ts";

const read = (component: unknown): { props: object; emits: string[] } => component as never;

describe.each([
  ["ConnectButton", read(ConnectButton), ["message"]],
  ["ConnectCard", read(ConnectCard), ["headingLevel", "disabled"]],
])("%s", (_name, { props, emits }, ways) => {
  it("has each option of the core as a prop, or as an event", () => {
    const events = emits.map((type) => `on${type[0]!.toUpperCase()}${type.slice(1)}`);

    expect([...Object.keys(props).filter(isOptionName), ...events].toSorted()).toEqual(
      Object.keys(everyOption).toSorted(),
    );
  });

  it("has no other props than those and the ways of a component", () => {
    const others = Object.keys(props).filter((name) => !isOptionName(name));

    expect(others).toEqual(["connect", "closeOnUnmount", "prepareOn", "inline", ...ways]);
    expect(hasOwnOptions(Object.fromEntries(others.map((name) => [name, true])))).toBe(false);
  });
});
