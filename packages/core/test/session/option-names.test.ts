import { describe, expect, expectTypeOf, it } from "vitest";
import { isOptionName } from "../../src/session/option-names.js";
import type { HumanConnectOptions } from "../../src/session/options.js";
import { everyOption } from "../../../../test/support/every-option.ts";

describe("isOptionName", () => {
  it.each(Object.keys(everyOption))("knows %s", (name) => {
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
