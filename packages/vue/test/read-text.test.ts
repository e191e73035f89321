import { Comment, createCommentVNode, createTextVNode, Fragment, h, Text } from "vue";
import { describe, expect, it } from "vitest";
import { readText } from "../src/render/read-text.js";

describe("readText", () => {
  it.each<[of: string, content: Parameters<typeof readText>[0], text: string | undefined]>([
    ["nothing", undefined, ""],
    ["null", null, ""],
    ["a condition that is false", [false, true], ""],
    ["a text", "Share", "Share"],
    ["a number", 3, "3"],
    ["zero", [0], "0"],
    ["texts beside each other", ["a", createTextVNode(" b "), [h(Text, "c")]], "a b c"],
    ["comments", [createCommentVNode("v-if"), h(Comment, "why")], ""],
    ["a fragment", h(Fragment, ["Share ", h(Fragment, ["mine"])]), "Share mine"],
    ["an empty fragment", h(Fragment, []), ""],
    ["an element", h("b", "Share"), undefined],
    ["an element among texts", ["Share ", h(Fragment, [h("b", "mine")])], undefined],
  ])("reads %s", (_of, content, text) => {
    expect(readText(content)).toBe(text);
  });
});
