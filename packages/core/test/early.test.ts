import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { earlyScript, earlyScriptHash } from "../src/early.js";

it("has the hash that a policy allows the script by", () => {
  expect(earlyScriptHash).toBe(`sha256-${createHash("sha256").update(earlyScript).digest("base64")}`);
});

it("is small, and can be written into HTML as it is", () => {
  expect(earlyScript.length).toBeLessThan(700);
  expect(earlyScript).not.toMatch(/<|[^\x20-\x7e]/);
});
