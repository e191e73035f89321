import { isOptionName, type HumanConnectOptions } from "@human-connect/core";
import { ConnectButton } from "@human-connect/vue";
import { expect, it } from "vitest";

// As many as there are, by the compiler's word.
const names: Record<keyof HumanConnectOptions, true> = {
  getToken: true,
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
  onOpen: true,
  onConnect: true,
  onDisconnect: true,
  onClose: true,
  onError: true,
};

const { props, emits } = ConnectButton as unknown as { props: object; emits: string[] };

it("has each option of the core as a prop, or as an event", () => {
  const events = emits.map((type) => `on${type[0]!.toUpperCase()}${type.slice(1)}`);

  expect([...Object.keys(props).filter(isOptionName), ...events].toSorted()).toEqual(Object.keys(names).toSorted());
});

it("has no other props than those and the ways of a component", () => {
  expect(Object.keys(props).filter((name) => !isOptionName(name))).toEqual(["connect", "closeOnUnmount", "prepareOn"]);
});
