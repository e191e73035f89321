import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare } from "../../src/base/bare.js";

const folder = new URL("../../src/", import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("testing"))
  .map((file) => [file, readFileSync(new URL(file, folder), "utf8").replace(/^\s*\*.*$/gm, "")] as const);

/** Calls that are given an object for the browser to read. */
const readers = /\b(?:addEventListener"?\)?|observe|attachShadow|fetch|createPolicy|defineProperty|new \w*Event)\(/g;

/** The call that begins here, to its last parenthesis. */
function readCall(text: string, start: number): string {
  let depth = 0;
  for (let at = text.indexOf("(", start); at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && !--depth) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

describe("bare", () => {
  it("holds what the object holds, and nothing that it inherits", () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (own, inherited) => {
        const given = Object.create(inherited, Object.getOwnPropertyDescriptors(own)) as object;

        expect(Object.entries(bare(given))).toEqual(Object.entries(own));
        expect(Object.getPrototypeOf(bare(given))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it("is what the core tells browsers in, wherever they read an object", () => {
    const calls = sources.flatMap(([file, text]) =>
      [...text.matchAll(readers)].map(({ index }) => [file, readCall(text, index)] as const),
    );
    const open = calls.filter(([, call]) => /[(,]\s*\{[^{}]*\},?\s*\)$/.test(call));

    expect(calls.length).toBeGreaterThan(15);
    expect(open).toEqual([]);
  });
});
