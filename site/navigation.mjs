// What is where in the menus.
import { existsSync } from "node:fs";
import { listDocuments, packages, root, toAddress } from "./repository.mjs";
import { readTitle } from "./titles.mjs";

const starts = [
  "index",
  "react",
  "vue",
  "element",
  "cms",
  "next",
  "nuxt",
  "astro",
  "sveltekit",
  "angular",
  "typescript",
];

/** A group's name, and its documents in order; a pattern stands for all that match and are not named before. */
const groups = [
  ["Get started", [...starts.map((name) => `docs/start/${name}.md`), "docs/start/*"]],
  ["See it", ["site/pages/live.md", "site/pages/theming.md", "examples/README.md"]],
  [
    "Use it",
    [
      "docs/options.md",
      "docs/events.md",
      "docs/errors.md",
      "docs/tokens.md",
      "docs/words.md",
      "docs/look.md",
      "docs/testing.md",
      "docs/in-your-editor.md",
    ],
  ],
  ["Packages", packages.map((name) => `packages/${name}/README.md`)],
  ["Editors and CMS", ["docs/editors.md", "docs/editors/*", "examples/wordpress/README.md"]],
  [
    "In your page",
    [
      "docs/content-security-policy.md",
      "docs/consent.md",
      "docs/accessibility.md",
      "docs/host-pages.md",
      "docs/soft-navigation.md",
      "docs/browsers.md",
      "docs/performance.md",
    ],
  ],
  ["Move to the kit", ["docs/migration.md", "docs/legacy.md", "docs/hosted.md"]],
  ["Trust it", ["SECURITY.md", "docs/threat-model.md", "docs/faults.md", "docs/vendor.md"]],
  ["Work on it", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/commands.md"]],
];

/** Names that are shorter than a page's heading. */
const names = {
  "docs/start/index.md": "Overview",
  "site/pages/live.md": "Live examples",
  "site/pages/theming.md": "Theming gallery",
  "docs/editors.md": "Overview",
  "docs/content-security-policy.md": "Content security policy",
  "docs/host-pages.md": "Dialogs and stylesheets",
  "docs/legacy.md": "From connect.js",
  "docs/migration.md": "From the vendor's client",
  "docs/vendor.md": "The vendor's client and services",
};

const isMatch = (pattern, document) =>
  pattern.endsWith("/*") ? document.startsWith(pattern.slice(0, -1)) : document === pattern;

/** The sidebars, in VitePress's form, by the folder that they are for. Groups that open and close would be buttons in buttons. */
export function createSidebars() {
  const documents = listDocuments();
  const used = new Set();
  const find = (pattern) => {
    const found = [...documents.keys()]
      .filter((document) => isMatch(pattern, document) && !used.has(document))
      .toSorted();
    for (const document of found) used.add(document);
    return found;
  };
  const toItem = (document) => ({
    text: names[document] ?? readTitle(document),
    link: toAddress(documents.get(document)),
  });
  const listed = groups.map(([text, patterns]) => ({ text, items: patterns.flatMap(find).map(toItem) }));
  const decisions = find("docs/decisions/*").map(toItem);
  const more = find("docs/*").map(toItem);
  const guide = [...listed, { text: "More", items: [...more, ...references, overview] }];
  return {
    "/decisions/": [{ text: "Decisions", items: [overview, ...decisions] }],
    "/reference/": [{ text: "API reference", items: references }, ...guide.slice(0, 3)],
    "/": guide,
  };
}

const overview = { text: "Decisions", link: "/decisions/" };

/** Their pages are made of the declarations, one for each entry of a package. */
const references = packages.map((name) => ({ text: `API of ${name}`, link: `/reference/${name}/` }));

/** The menu at the top. */
export const topMenu = [
  { text: "Start", link: "/start/", activeMatch: "^/start/" },
  { text: "Live", link: "/live", activeMatch: "^/(?:live|theming)" },
  { text: "Options", link: "/options" },
  { text: "Editors", link: existsSync(`${root}docs/editors`) ? "/editors/" : "/editors" },
  { text: "API", link: "/reference/core/", activeMatch: "^/reference/" },
];
