import { existsSync } from "node:fs";
import { posix } from "node:path";
import { at } from "../../alias.ts";
import { builtPages, expect, readPage, sitePath, test } from "./built-site.ts";

const anchors = new Map(
  builtPages.map((page) => [page, new Set([...readPage(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!))]),
);

/** Addresses of links, pictures and scripts of a page, as its HTML has them. */
const readTargets = (page: string): string[] => [
  ...new Set(
    [...readPage(page).matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target]) => target!.replaceAll("&amp;", "&")),
  ),
];

/** Whether a target leads to no file of the site, or to no anchor of one. */
function isBroken(page: string, target: string): boolean {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return false;
  const { pathname, hash } = new URL(target, `http://site.example${sitePath}/${page}`);
  if (!pathname.startsWith(`${sitePath}/`)) return true;
  const path = decodeURI(pathname.slice(sitePath.length + 1));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!existsSync(at(posix.join("site/dist", file)))) return true;
  return (
    hash !== "" && hash !== "#" && file.endsWith(".html") && !anchors.get(file)?.has(decodeURIComponent(hash.slice(1)))
  );
}

test("there are pages, and links in them", () => {
  expect(builtPages.length).toBeGreaterThan(100);
  expect(builtPages).toEqual(expect.arrayContaining(["index.html", "start/react.html", "reference/core/main.html"]));
  expect(readTargets("options.html")).toContain(`${sitePath}/vendor.html#options`);
});

test("what is not there is broken", () => {
  for (const target of ["none.html", "#none", `${sitePath}/options.html#none`, "/options.html"])
    expect(isBroken("options.html", target), target).toBe(true);
});

test("every link, picture and script of every page is there, with its anchor", () => {
  const broken = builtPages.flatMap((page) =>
    readTargets(page)
      .filter((target) => isBroken(page, target))
      .map((target) => `${page}: ${target}`),
  );

  expect(broken).toEqual([]);
});
