import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.ts";

describe("readYaml", () => {
  it("reads what our files hold", () => {
    const lists = "on:\n  push:\n    tags: [\"v1\", v2]\n  other:\nlist:\n- x: 1\n  y: 'b c'\n-\n  z: 2\n";
    const text = `# Why.\nname: a # no\n${lists}run: |\n  one # two\n\n    three\nlast: end\nis: true\ntext: "true"\n`;

    expect(readYaml(text)).toEqual({
      name: "a",
      on: { push: { tags: ["v1", "v2"] }, other: null },
      list: [{ x: 1, y: "b c" }, { z: 2 }],
      run: "one # two\n\n  three\n",
      last: "end",
      is: true,
      text: "true",
    });
  });

  it.each<[string, unknown]>([
    ["a: {b: 1}", { a: { b: 1 } }],
    ["a: &b c", { a: "c" }],
    ["a: >\n  b", { a: "b\n" }],
    ['a: "b #c"', { a: "b #c" }],
    ['a: "\\n"', { a: "\n" }],
  ])("reads %j as YAML means it", (text, value) => {
    expect(readYaml(text)).toEqual(value);
  });

  it.each(["a: 1\na: 2", "a: b: c", "a: 1\n   b: 2", "- a\nb: 1", "a: !unknown b", "a:\n\tb: 1"])(
    "refuses %j and names the line",
    (text) => {
      expect(() => readYaml(text)).toThrow(/^line \d+: /);
    },
  );
});
