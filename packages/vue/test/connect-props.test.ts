import type { HumanConnectOptions } from "@human-connect/core";
import { isOptionName } from "@human-connect/core/face";
import { ConnectButton, ConnectCard } from "@human-connect/vue";
import { describe, expect, it } from "vitest";

// As many as there are, by the compiler's word.
const names: Record<keyof HumanConnectOptions, true> = {
  getToken: true,
  tokenUrl: true,
  client: true,
  initialConnections: true,
  user: true,
  prefetchToken: true,
  labels: true,
  locale: true,
  timeouts: true,
  debug: true,
  baseUrl: true,
  mode: true,
  clientId: true,
  preseed: true,
  preseededSources: true,
  inviteSessionId: true,
  config: true,
  segment: true,
  pinnedProviders: true,
  overlayOpacity: true,
  messageOrigins: true,
  warmFrame: true,
  container: true,
  closeOnBack: true,
  onOpen: true,
  onConnect: true,
  onDisconnect: true,
  onClose: true,
  onError: true,
};

const read = (component: unknown): { props: object; emits: string[] } => component as never;

describe.each([
  ["ConnectButton", read(ConnectButton), ["message"]],
  ["ConnectCard", read(ConnectCard), ["headingLevel", "disabled"]],
])("%s", (_name, { props, emits }, ways) => {
  it("has each option of the core as a prop, or as an event", () => {
    const events = emits.map((type) => `on${type[0]!.toUpperCase()}${type.slice(1)}`);

    expect([...Object.keys(props).filter(isOptionName), ...events].toSorted()).toEqual(Object.keys(names).toSorted());
  });

  it("has no other props than those and the ways of a component", () => {
    const others = Object.keys(props).filter((name) => !isOptionName(name));

    expect(others).toEqual(["connect", "closeOnUnmount", "prepareOn", "inline", ...ways]);
  });
});
