import { describe, expect, it } from "vitest";
import { readScripts, walk } from "./syntax-tree.ts";

/** Whether something without a limit is repeated without a limit, the shape that makes a match take for ever. */
function repeatsRepetition(pattern: string): boolean {
  const plain = pattern.replaceAll(/\\./g, "e").replaceAll(/\[[^\]]*\]/g, "c");
  const groups = [false];
  for (const [token] of plain.matchAll(/\((?:\?(?:<?[=!]|:|<\w+>))?|\)?(?:[*+]|\{\d+,\})|\)/g)) {
    const isRepeated = /[*+}]$/.test(token);
    if (token.startsWith("(")) {
      groups.push(false);
      continue;
    }
    const holdsOne = token.startsWith(")") && groups.pop()!;
    if (holdsOne && isRepeated) return true;
    groups[groups.length - 1] ||= holdsOne || isRepeated;
  }
  return false;
}

/** There is one way alone to match each of them, because what comes next tells which part it is. */
const unambiguous = [
  // The `Link` header of the Data API: a quote begins what is quoted, and nothing else.
  String.raw`<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)`,
  // The name of a list of the Data API: a slash begins the next part.
  String.raw`^medical\/[a-z\d_]+(\/[a-z\d_]+)*$`,
];

describe("no regular expression takes for ever", () => {
  it.each(["core", "react", "vue", "element", "server"] as const)(
    "in %s: none repeats a repetition, and none is made of text",
    (name) => {
      const nodes = readScripts(name).flatMap((code) => [...walk(code)]);
      const patterns = nodes.flatMap(({ regex }) => regex?.pattern ?? []);

      if (name === "core" || name === "server") expect(patterns.length).toBeGreaterThan(10);
      expect(patterns.filter((pattern) => repeatsRepetition(pattern) && !unambiguous.includes(pattern))).toEqual([]);
      expect(nodes.filter((node) => node.type === "Identifier" && node.name === "RegExp")).toEqual([]);
    },
  );

  it.each([
    "(a+)+$",
    "(?:a*)*",
    "(x|y+){2,}",
    "^(([a-z])+.)+$",
    String.raw`(?:\w+\s?)*$`,
    "(?<name>a+b?)+",
    "((?:a|b*)c)*",
  ])("%s would be refused", (pattern) => {
    expect(repeatsRepetition(pattern)).toBe(true);
  });

  it.each(["a+b+", "(?:ab)+", "(a+)?", "(a{2,3}b)*", String.raw`\(a+\)+`, "[(a+)+]*", "(?<=a+)b+", "(a+|b){1,3}"])(
    "%s may be used",
    (pattern) => {
      expect(repeatsRepetition(pattern)).toBe(false);
    },
  );
});
