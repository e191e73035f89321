import { expect, it } from "vitest";
import { everyOption } from "../support/every-option.ts";
import { readText } from "./repository-files.ts";

it("docs/options.md lists every option, in this order, and no other", () => {
  const names = [...readText("docs/options.md").matchAll(/^\| (`[^|]+`) \| .+ \| .+ \|$/gm)];

  expect(names.flatMap(([, cell]) => cell!.match(/\w+/g))).toEqual(Object.keys(everyOption));
});
