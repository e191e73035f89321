import { expect, it } from "vitest";
import { documents, readText } from "./repository-files.ts";

/** Rows of tables outside of fenced code. */
const rowsOf = (text: string): string[] => text.replaceAll(/^```[^]*?^```$/gm, "").match(/^\|.*\|$/gm) ?? [];

const isPadded = (row: string): boolean => /\S {2,}\||\| {2,}\S|----/.test(row);

it.each(["| a  | b |", "| a |  b |", "| ---- | --- |"])("takes %j for padded", (row) => {
  expect(isPadded(row)).toBe(true);
});

it.each(documents)(
  "%s has no table padded with spaces: `<!-- prettier-ignore -->` above it keeps it so",
  (document) => {
    expect(rowsOf(readText(document)).filter(isPadded)).toEqual([]);
  },
);
