import { describe, expect, it } from "vitest";
import { unquote } from "../../src/attributes/unquote.js";

describe("unquote", () => {
  it.each([
    ["/token", "/token"],
    [" /token ", "/token"],
    ["”/token”", "/token"],
    ["“/token”", "/token"],
    ["„/token“", "/token"],
    ["″/token″", "/token"],
    ["” /token ”", "/token"],
    ["“", "“"],
    ["a “b” c", "a “b” c"],
    ["friends’", "friends’"],
    ["”/token", "”/token"],
    ["", ""],
  ])("reads %j as %j", (value, expected) => {
    expect(unquote(value)).toBe(expected);
  });
});
