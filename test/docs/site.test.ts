import { describe, expect, it } from "vitest";
import { rewriteLinks } from "../../site/collect.mjs";
import { createSidebars } from "../../site/navigation.mjs";
import { listDocuments, toSiteLink } from "../../site/repository.mjs";
import { documents } from "./repository-files.ts";

const pages = listDocuments();
const github = "https://github.com/human-connect/kit";

describe("a link of a document, on the site", () => {
  it.each([
    ["README.md", "docs/options.md", "/options"],
    ["README.md", "packages/core", "/packages/core"],
    ["packages/vue/README.md", "../../docs/vendor.md#options", "/vendor#options"],
    ["docs/start/react.md", "../../packages/server/README.md#mount-it", "/packages/server#mount-it"],
    ["packages/core/README.md", "../../docs/options.md", "/options"],
    ["packages/vue/README.md", `${github}/blob/main/docs/options.md#x`, "/options#x"],
    ["docs/look.md", "../packages/core/src/styles.css", `${github}/blob/main/packages/core/src/styles.css`],
    ["docs/faults.md", "../test/faults/faults", `${github}/tree/main/test/faults/faults`],
    ["docs/look.md", "#the-connect-window", "#the-connect-window"],
    ["docs/look.md", "https://mswjs.io", "https://mswjs.io"],
    ["docs/look.md", "nowhere", "nowhere"],
    ["README.md", "docs/start/index.md", "/start/"],
    ["docs/start/react.md", "../../README.md", "/"],
  ])("from %s to %s is %s", (document, target, link) => {
    expect(toSiteLink(target, document, pages)).toBe(link);
  });
});

it("rewrites links, and no code", () => {
  const text = "[a](x) `[b](x)` [`c`](x)\n\n```md\n[d](x)\n```\n\n[e]: x\n";

  expect(rewriteLinks(text, (target) => `/${target}`)).toBe(
    "[a](/x) `[b](x)` [`c`](/x)\n\n```md\n[d](x)\n```\n\n[e]: /x\n",
  );
});

it("every document of docs has a page and a place in a menu, in which no place is used twice", () => {
  const { "/": guide, "/decisions/": decisions } = createSidebars();
  const links = [...guide!, ...decisions!].flatMap(({ items = [] }) => items.map(({ link }) => link!));
  const ours = documents.filter((document) => document.startsWith("docs/"));
  const addresses = ours.map((document) => toSiteLink(`../${document}`, "docs/options.md", pages));

  expect(ours.length).toBeGreaterThan(60);
  expect(links).toEqual(expect.arrayContaining(addresses));
  // The list of the decisions is in both.
  expect(new Set(links).size).toBe(links.length - 1);
});
