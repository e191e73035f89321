import { describe, expect, it } from "vitest";
import { hasOwnOptions, isFunctionOption } from "../../src/face/face-options.js";
import type { HumanConnectOptions } from "../../src/session/options.js";

type Names = Record<keyof HumanConnectOptions, true>;
const callbacks = { onOpen: true, onConnect: true, onDisconnect: true, onClose: true, onError: true } as const;
const shared = { labels: true, locale: true, ...callbacks } as const;
// A record, because the compiler then knows when an option is missing.
const own: Omit<Names, keyof typeof shared> = {
  getToken: true,
  tokenUrl: true,
  client: true,
  initialConnections: true,
  user: true,
  prefetchToken: true,
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
};

describe("hasOwnOptions", () => {
  it.each(Object.keys(own))("needs an instance of its own for %s", (name) => {
    expect(hasOwnOptions({ [name]: "anything" })).toBe(true);
    expect(hasOwnOptions({ [name]: undefined })).toBe(false);
  });

  it.each([
    ...Object.keys(shared),
    "closeOnUnmount",
    "connect",
    "prepareOn",
    "inline",
    "message",
    "disabled",
    "headingLevel",
  ])("shares an instance with only %s", (name) => {
    expect(hasOwnOptions({ [name]: "anything" })).toBe(false);
  });
});

it.each(Object.keys({ ...own, ...shared }))("isFunctionOption knows whether %s is a function", (name) => {
  expect(isFunctionOption(name)).toBe(name === "getToken" || name in callbacks);
});
