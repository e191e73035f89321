import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { libraries, type Host } from "./libraries.ts";

const page = readFileSync(at("docs/host-pages.md"), "utf8");
const cells = (row: string): string[] =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

it("the page on hosts lists what is tested, and with which faces", () => {
  const rows = (page.match(/^\| .*\|$/gm) ?? [])
    .map(cells)
    .filter(([first]) => first !== "library" && !/^-+$/.test(first!));
  const say = (host: Host | undefined): string => (host ? host.faces.join(", ") + (host.goes ? "; goes" : "") : "–");

  expect(rows).toEqual(
    libraries.map(({ title, packages, hosts }) => [
      title,
      packages.map((name) => `\`${name}\``).join(", ") || "–",
      ...["dialog", "menu", "popover"].map((name) => say(hosts.find((host) => host.name === name))),
    ]),
  );
});
