import { describe, expect, expectTypeOf, it } from "vitest";
import { isOptionName } from "../../src/session/option-names.js";
import type { HumanConnectOptions } from "../../src/session/options.js";

// A record, because the compiler then knows when an option is missing.
const options: Record<keyof HumanConnectOptions, true> = {
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

describe("isOptionName", () => {
  it.each(Object.keys(options))("knows %s", (name) => {
    expect(isOptionName(name)).toBe(true);
  });

  it.each([
    "",
    "gettoken",
    "GetToken",
    "get-token",
    "baseURL",
    "className",
    "onClick",
    "onopen",
    "style",
    "toString",
    "constructor",
    "__proto__",
    "hasOwnProperty",
  ])("does not know %j", (name) => {
    expect(isOptionName(name)).toBe(false);
  });

  it("narrows a name for the compiler", () => {
    const name: string = "mode";
    if (isOptionName(name)) expectTypeOf(name).toEqualTypeOf<keyof HumanConnectOptions>();
  });
});
