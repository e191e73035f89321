import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { errorCodes } from "../src/index.js";

it("has a README whose table of errors is the one in the code", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const section = readme.slice(readme.indexOf("\n## Errors"));
  const rows = [...section.matchAll(/^\| `([a-z-]+)`(.+)\|$/gm)].map(([, code = "", rest = ""]) => [
    code,
    ...rest
      .split("|")
      .slice(1)
      .map((cell) => cell.trim()),
  ]);

  expect(rows).toEqual(
    Object.entries(errorCodes).map(([code, { wire, sentence, remedy, retryable }]) => [
      code,
      wire ? `\`${wire}\`` : "–",
      sentence,
      remedy,
      retryable ? "yes" : "no",
    ]),
  );
});
