import { describe, expect, it } from "vitest";
import { everyOption } from "../../../../test/support/every-option.ts";
import { hasOwnOptions, isFunctionOption } from "../../src/face/face-options.js";

const callbacks = ["onOpen", "onConnect", "onDisconnect", "onClose", "onError"];
const shared = ["labels", "locale", ...callbacks];

describe("hasOwnOptions", () => {
  it.each(Object.keys(everyOption))("knows whether %s needs an instance of its own", (name) => {
    expect(hasOwnOptions({ [name]: "anything" })).toBe(!shared.includes(name));
    expect(hasOwnOptions({ [name]: undefined })).toBe(false);
  });
});

it.each(Object.keys(everyOption))("isFunctionOption knows whether %s is a function", (name) => {
  expect(isFunctionOption(name)).toBe(name === "getToken" || callbacks.includes(name));
});
