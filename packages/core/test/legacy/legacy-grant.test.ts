import { describe, expect, it } from "vitest";
import { readPublicToken } from "../../src/legacy/grant.js";

describe("readPublicToken", () => {
  it.each<[grant: unknown, value: string]>([
    ["abc", "abc"],
    [" abc\n", "abc"],
    ["", ""],
    ["  ", ""],
    [{ publicToken: "abc" }, "abc"],
    [{ publicToken: "" }, ""],
    [{ publicToken: null }, ""],
    [{ publicToken: "abc", humanId: "h" }, "abc"],
  ])("reads %j as %j, for this session alone", (grant, value) => {
    expect(readPublicToken(grant)).toEqual({ value, expiresInMs: 0 });
  });

  it.each<[grant: unknown, says: string]>([
    [undefined, "undefined"],
    [null, "null"],
    [5, "number"],
    [{}, "an object without a publicToken"],
    [{ token: "abc" }, "an object without a publicToken"],
    [{ session_token: "abc" }, "an object without a publicToken"],
    [{ publicToken: 5 }, "an object without a publicToken"],
    ["<!doctype html>", "an HTML page or JSON"],
    [{ publicToken: "a b" }, "an HTML page or JSON"],
  ])("refuses %j", (grant, says) => {
    expect(() => readPublicToken(grant)).toThrow(
      expect.objectContaining({ code: "token-malformed", message: expect.stringContaining(says) }),
    );
  });

  it("refuses the whole answer of Human API", () => {
    expect(() => readPublicToken({ publicToken: "abc", accessToken: "s3cret" })).toThrow(
      expect.objectContaining({ code: "token-exposed", message: expect.not.stringContaining("s3cret") }),
    );
  });
});
