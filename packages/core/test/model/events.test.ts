import { describe, expect, expectTypeOf, it } from "vitest";
import {
  callbackName,
  type ConnectCallbacks,
  type ConnectEvent,
  type ConnectEventType,
} from "../../src/model/events.js";
import { isOptionName } from "../../src/session/option-names.js";
import { vendorMessages } from "../../src/vendor/vendor-messages.js";

// A record, because the compiler then knows when an event is missing.
const names: Record<ConnectEventType, keyof ConnectCallbacks> = {
  open: "onOpen",
  connect: "onConnect",
  disconnect: "onDisconnect",
  close: "onClose",
  error: "onError",
};
const types = Object.keys(names) as ConnectEventType[];

describe("callbackName", () => {
  it.each(types)("derives the callback of %s, which is an option", (type) => {
    expect(callbackName(type)).toBe(names[type]);
    expect(isOptionName(callbackName(type))).toBe(true);
  });

  it("is as exact as its argument for the compiler", () => {
    expectTypeOf(callbackName("open")).toEqualTypeOf<"onOpen">();
    expectTypeOf<ConnectCallbacks["onClose"]>().toEqualTypeOf<((event: ConnectEvent<"close">) => void) | undefined>();
  });
});

describe("vendorMessages", () => {
  it("names the three messages of the vendor, each for one event", () => {
    expect(vendorMessages).toEqual({
      "hapi-connect-connect-source": "connect",
      "hapi-connect-disconnect-source": "disconnect",
      "hapi-connect-close": "close",
    });
  });

  it("names events of the kit only", () => {
    expectTypeOf<(typeof vendorMessages)[keyof typeof vendorMessages]>().toExtend<ConnectEventType>();
  });
});
