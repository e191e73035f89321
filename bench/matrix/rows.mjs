// What the matrix runs. Versions are those of each fixture's package.json, but for those that a row names.

/** @type {Record<string, readonly string[]>} */
export const columns = {
  frameworks: ["install", "types", "build", "render", "hydration", "early", "session"],
  bundlers: ["build", "session", "alone", "named"],
  types: ["bundler", "node16", "nodenext", "strictest", "undefined", "stylesheet"],
  publishing: ["publint", "attw"],
};

const react18 = { react: "18.3.1", "react-dom": "18.3.1", "@types/react": "18.3.32", "@types/react-dom": "18.3.7" };
/** One run with one page: a row. */
const one = (name, title, shape, more) => [{ title, pages: [{ name, path: "/", shape, ...more }] }];
const vite = (name, folder, title, shown, versions) => ({
  folder,
  versions,
  settings: "src/settings.ts",
  shown,
  runs: one(name, title, "button"),
});

/**
 * `folder`: of bench/matrix/fixtures. `settings`: the module that it reads the sandbox's addresses from. `shown`: the packages whose versions
 * are printed. `runs`: builds of one install, each with its pages. A page's `shape` is what the server answers for a button: the button itself, or
 * a tag that becomes one; nothing where no server renders. `via` is a link on the page that leads to it,
 * `provider` the one that is connected there.
 */
const frameworks = [
  vite("vite-react", "vite-react", "Vite, React 19", ["react", "vite"]),
  vite("vite-react-18", "vite-react", "Vite, React 18", ["react", "vite"], react18),
  vite("vite-vue", "vite-vue", "Vite, Vue 3.5", ["vue", "vite"]),
  vite("vite-vue-3.4", "vite-vue", "Vite, Vue 3.4", ["vue", "vite"], { vue: "3.4.38" }),
  {
    ...vite("vite-vue-3.6", "vite-vue", "Vite, Vue 3.6", ["vue", "vite"], { vue: "3.6.0-rc.9" }),
    // Vue's own plugin takes no prerelease.
    overrides: { "@vitejs/plugin-vue": { vue: "$vue" } },
  },
  {
    folder: "next",
    settings: "app/settings.ts",
    shown: ["next", "react"],
    runs: [
      ...one("next", "Next, app router, server components", "button"),
      {
        title: "Next, Cache Components",
        environment: { CACHE_COMPONENTS: "true" },
        pages: [{ name: "next-cache", path: "/", shape: "button" }],
      },
      {
        title: "Next, webpack",
        build: "build:webpack",
        dev: "dev:webpack",
        pages: [{ name: "next-webpack", path: "/", shape: "button" }],
      },
    ],
  },
  { folder: "nuxt", settings: "app/settings.ts", shown: ["nuxt", "vue"], runs: one("nuxt", "Nuxt", "button") },
  {
    folder: "astro",
    settings: "src/settings.ts",
    shown: ["astro"],
    runs: [
      {
        pages: [
          { name: "astro-element", title: "Astro, web component", path: "/", shape: "button" },
          {
            name: "astro-island",
            title: "Astro, React island",
            path: "/island",
            shape: "button",
            provider: "Mortar Lane Pharmacy",
          },
          {
            name: "astro-router",
            title: "Astro, ClientRouter",
            path: "/router",
            via: "Records",
            provider: "Bluewick Apothecary",
          },
        ],
      },
    ],
  },
  {
    folder: "sveltekit",
    settings: "src/lib/settings.ts",
    shown: ["@sveltejs/kit", "svelte"],
    runs: one("sveltekit", "SvelteKit", "button"),
  },
  {
    folder: "angular",
    settings: "src/app/settings.ts",
    shown: ["@angular/core"],
    runs: one("angular", "Angular, server rendering", "tag"),
  },
  {
    folder: "solid",
    settings: "src/settings.ts",
    shown: ["solid-js", "vite"],
    runs: one("solid", "Vite, Solid", "tag"),
  },
  {
    folder: "react-router",
    settings: "app/settings.ts",
    shown: ["react-router", "react"],
    runs: one("react-router", "React Router, framework mode", "button"),
  },
  {
    folder: "tanstack-start",
    settings: "src/settings.ts",
    shown: ["@tanstack/react-start", "react"],
    runs: one("tanstack-start", "TanStack Start", "button"),
  },
  vite("preact", "preact", "Vite, Preact", ["preact", "vite"]),
  {
    folder: "eleventy",
    settings: "settings.mjs",
    shown: ["@11ty/eleventy"],
    runs: [
      { title: "Eleventy, one file", types: "", dev: "", pages: [{ name: "eleventy", path: "/", shape: "button" }] },
    ],
  },
  {
    folder: "import-map",
    settings: "settings.mjs",
    shown: [],
    runs: [
      {
        title: "Import map, no bundler",
        types: "",
        build: "",
        dev: "",
        pages: [{ name: "import-map", path: "/", shape: "tag" }],
      },
    ],
  },
];

const sheets = { "css-loader": "7.1.5", "style-loader": "4.0.0" };
/** `packages`: what a bundler needs. `site`: where it writes the page. */
const bundlers = [
  { name: "webpack", title: "webpack", packages: { webpack: "5.113.0", ...sheets } },
  { name: "rspack", title: "Rspack", packages: { "@rspack/core": "2.3.4", ...sheets } },
  // It bundles no stylesheets.
  { name: "rolldown", title: "Rolldown", packages: { rolldown: "1.3.3" }, hasStyles: false },
  { name: "vite", title: "Vite", packages: { vite: "8.3.8" } },
  { name: "esbuild", title: "esbuild", packages: { esbuild: "0.28.2" } },
  { name: "parcel", title: "Parcel", packages: { parcel: "2.16.4" } },
  { name: "turbopack", title: "Turbopack, in Next", packages: { next: "16.4.6" }, site: "out" },
];

/** The READMEs promise no oldest version; the declarations are checked from this one. */
const typescripts = ["5.4.5", "5.7.3", "5.9.3", "6.0.3", "7.0.2", "7.1.0-dev.20261021.1"];

const all = {
  frameworks,
  bundlers,
  types: typescripts.map((version) => ({ name: `typescript-${version}`, version })),
  publishing: [{ packages: ["core", "react", "vue", "element", "server", "sandbox"] }],
};

/** Names of a row, or of the rows that it becomes. */
function namesOf({ name, runs, packages }) {
  if (name) return [name];
  return runs ? runs.flatMap(({ pages }) => pages.map((page) => page.name)) : packages.map((one) => `publish-${one}`);
}

/** The names of every row of a section, in the order of the tables. */
export const namesIn = (section) => all[section].flatMap(namesOf);

/** The rows of `frameworks` that use a package in the page: its README shows them. */
export const usersOf = {
  react: [
    "vite-react",
    "vite-react-18",
    "next",
    "next-cache",
    "next-webpack",
    "astro-island",
    "react-router",
    "tanstack-start",
    "preact",
  ],
  vue: ["vite-vue", "vite-vue-3.4", "vite-vue-3.6", "nuxt"],
  element: ["astro-element", "astro-router", "sveltekit", "angular", "solid", "eleventy", "import-map"],
};

/**
 * @param {string} wanted A part of a row's name, a whole section's name, or nothing.
 * @returns {Record<string, object[]>} The rows of each section. Of a fixture with several rows only those are run that are meant.
 */
export function chooseRows(wanted) {
  const isMeant = (name) => name.includes(wanted);
  const narrow = (row) => {
    if (!namesOf(row).some(isMeant)) return [];
    const runs = row.runs?.filter(({ pages }) => pages.some(({ name }) => isMeant(name)));
    return [runs ? { ...row, runs } : row];
  };
  return Object.fromEntries(
    Object.entries(all).map(([section, rows]) => [section, section === wanted ? rows : rows.flatMap(narrow)]),
  );
}
