import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { softLibraries } from "./soft-libraries.ts";

const page = readFileSync(at("docs/soft-navigation.md"), "utf8");

it("the page on soft navigation lists each library with what is tested of it", () => {
  const [, part = ""] = page.split("\n## Each library");
  const [, ...rows] = (part.match(/^\| .*\|$/gm) ?? []).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

  expect(rows.filter(([name]) => !name!.startsWith("-"))).toEqual(
    softLibraries
      .filter(({ keep }) => !keep)
      .map(({ name, does, refresh = "morph" }) => {
        const kept = softLibraries.find((one) => one.keep && one.name.startsWith(`${name}, `));
        return [
          name,
          does.includes("visit") ? "yes" : "–",
          does.includes("refresh") ? refresh : "–",
          does.includes("back") ? "yes" : "–",
          kept ? `\`${kept.keep}\`` : "–",
        ];
      }),
  );
});
