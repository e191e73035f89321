import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkIntegrity } from "../../src/client/check-integrity.js";

const hashOf = (kind: string, text = ""): string => `${kind}-${createHash(kind).update(text).digest("base64")}`;
const hex = createHash("sha256").digest("hex");
const refusal = expect.objectContaining({
  code: "invalid-option",
  message: expect.stringMatching(/integrity .* openssl dgst -sha384 -binary/),
});

describe("checkIntegrity", () => {
  it.each([
    ["one hash", hashOf("sha384")],
    ["several", `${hashOf("sha256")} ${hashOf("sha512")}`],
    ["several on lines of a template", `\n  ${hashOf("sha256")}\n\t${hashOf("sha384")}\n`],
    ["one with options", `${hashOf("sha384")}?ct=text/javascript`],
  ])("takes %s", (_name, value) => {
    expect(() => checkIntegrity(value)).not.toThrow();
  });

  it("takes that none was given", () => {
    expect(() => checkIntegrity(undefined)).not.toThrow();
  });

  it("takes what hashing any text gives, and nothing that lacks a sign of it", () => {
    const kinds = fc.constantFrom("sha256", "sha384", "sha512");

    fc.assert(
      fc.property(kinds, fc.string(), fc.nat(), (kind, text, at) => {
        const given = hashOf(kind, text);
        expect(() => checkIntegrity(given)).not.toThrow();
        const place = at % given.length;
        expect(() => checkIntegrity(given.slice(0, place) + given.slice(place + 1))).toThrow(refusal);
      }),
    );
  });

  it.each([
    ["an empty text", ""],
    ["white space", "  "],
    ["what a template makes of nothing", "undefined"],
    ["null", null],
    ["a number", 384],
    ["hex", hex],
    ["hex behind its kind", `sha256-${hex}`],
    ["a colon", hashOf("sha384").replace("-", ":")],
    ["the name of the standard", hashOf("sha384").replace("sha384-", "SHA-384 ")],
    ["capitals", hashOf("sha384").replace("sha384", "SHA384")],
    ["md5", hashOf("md5")],
    ["sha1", hashOf("sha1")],
    ["the hash of another kind", hashOf("sha256").replace("sha256", "sha384")],
    ["base64 for addresses", `sha384-${"_-".repeat(32)}`],
    ["base64 without its end", hashOf("sha256").replace("=", "")],
    ["two hashes with a comma", `${hashOf("sha256")},${hashOf("sha384")}`],
    ["a good one and a bad one", `${hashOf("sha256")} md5-x`],
    ["quotes", `"${hashOf("sha256")}"`],
  ])("refuses %s", (_name, value) => {
    expect(() => checkIntegrity(value)).toThrow(refusal);
  });
});
