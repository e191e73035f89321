import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vendorMessages } from "../../src/vendor/vendor-messages.js";
import { readMessage } from "../../src/vendor/read-message.js";

describe("readMessage", () => {
  it.each([
    ["hapi-connect-connect-source", "connect"],
    ["hapi-connect-disconnect-source", "disconnect"],
    ["hapi-connect-close", "close"],
  ])("reads %s as %s, with its data as they are", (type, event) => {
    const data = { type, status: "SUCCESS" };

    const message = readMessage(data);

    expect(message).toEqual({ event, data });
    expect(message!.data).toBe(data);
  });

  it.each<[name: string, data: unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["text", "hapi-connect-close"],
    ["JSON text, as the legacy client sends", JSON.stringify({ type: "hapi-connect-close" })],
    ["an empty object", {}],
    ["an empty array", []],
    ["an array with a type, which postMessage can carry", Object.assign([], { type: "hapi-connect-close" })],
    ["an array that holds a message", [{ type: "hapi-connect-close" }]],
    ["a type that is a number", { type: 5 }],
    ["a type that is a list", { type: ["hapi-connect-close"] }],
    ["a type that is an object", { type: { toString: "hapi-connect-close" } }],
    ["a short type, which the vendor accepts", { type: "close" }],
    ["a type with the prefix inside, which the vendor accepts", { type: "clhapi-connect-ose" }],
    ["a type with the prefix twice", { type: "hapi-connect-hapi-connect-close" }],
    ["a type in other letters", { type: "HAPI-CONNECT-CLOSE" }],
    ["a type with white space", { type: "hapi-connect-close " }],
    ["a type of the legacy client", { type: "hapi-connect-finish", token: {} }],
    ["an unknown type", { type: "hapi-connect-ready" }],
    ["a type that every object has", { type: "toString" }],
    ["the name of an event", { type: "connect" }],
    ["a type that is a prototype", { type: "__proto__" }],
    ["a type that is inherited", Object.create({ type: "constructor" })],
  ])("ignores %s", (_name, data) => {
    expect(readMessage(data)).toBeUndefined();
  });

  it("passes no value of JSON but the three shapes", () => {
    const types = Object.keys(vendorMessages);
    const near = fc.record(
      {
        type: fc.oneof(fc.constantFrom(...types, "close", "constructor", "__proto__"), fc.jsonValue()),
        status: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), near), (data) => {
        const type =
          typeof data === "object" && data !== null && !Array.isArray(data)
            ? (data as { type?: unknown }).type
            : undefined;

        expect(readMessage(data) !== undefined).toBe(typeof type === "string" && types.includes(type));
      }),
    );
  });
});
