import type { HumanConnectOptions } from "@human-connect/core";
import { expect, it } from "vitest";
import { readText } from "./repository-files.ts";

/** The compiler refuses this when an option is missing, or is none. */
const options: Record<keyof HumanConnectOptions, true> = {
  tokenUrl: true,
  getToken: true,
  client: true,
  baseUrl: true,
  user: true,
  initialConnections: true,
  prefetchToken: true,
  mode: true,
  clientId: true,
  preseed: true,
  preseededSources: true,
  inviteSessionId: true,
  config: true,
  segment: true,
  pinnedProviders: true,
  container: true,
  closeOnBack: true,
  overlayOpacity: true,
  messageOrigins: true,
  labels: true,
  locale: true,
  timeouts: true,
  warmFrame: true,
  debug: true,
  onOpen: true,
  onConnect: true,
  onDisconnect: true,
  onClose: true,
  onError: true,
};

it("docs/options.md lists every option, in this order, and no other", () => {
  const names = [...readText("docs/options.md").matchAll(/^\| (`[^|]+`) \| .+ \| .+ \|$/gm)];

  expect(names.flatMap(([, cell]) => cell!.match(/\w+/g))).toEqual(Object.keys(options));
});
