import type { KnipConfig } from "knip";

const config: KnipConfig = {
  ignoreExportsUsedInFile: true,
  workspaces: {
    ".": {
      entry: [
        "scripts/*.mjs",
        "bench/{main,matrix/main}.mjs",
        // Bundled by their paths.
        "bench/{click,mount,sessions}/pages/*.js",
        "bench/normalise/page.js",
        // Started in a D-Bus session by scripts/orca.mjs.
        "scripts/orca/{run-sessions,read-trees}.mjs",
        "test/**/*.{test,spec}.ts",
        "test/contract/harness/{core,react,vue,element,styles}.{ts,tsx}",
        "test/leaks/harness.ts",
        "test/soak/{harness,main}.ts",
        "test/faults/harness/{harness.ts,react-page.tsx,vue-page.ts}",
        "test/load/crowd-process.ts",
        "test/runners/{record.mjs,faces/*}",
        "test/support/*-setup.ts",
        "test/packed/consumer/**",
        "stories/*/.storybook/{main,preview,manager}.ts",
        "stories/*/*.stories.{ts,tsx}",
        "stories/shared/{test-setup.ts,*.mdx}",
        "stories/vitest.config.ts",
      ],
      ignoreDependencies: [
        // Installed by the benchmark when it runs: bench/builds/peers.json.
        "@lit/reactive-element",
        "@mergeapi/react-merge-link",
        "@tryfinch/react-connect",
        "react-plaid-link",
        "valibot",
        "zod",
        // Named in stories/shared/main-config.ts.
        "@storybook/addon-a11y",
        // Started by name in scripts/parts.mjs and scripts/run.mjs.
        "oxfmt",
        "oxlint",
        "oxlint-tsgolint",
        // Named by scripts/react-compiler.mjs.
        "babel-plugin-react-compiler",
        // Aliased in vite.config.ts to test against the older React.
        "react-18",
        "react-dom-18",
        // Mapped by the compiler in test/packed/types.test.ts.
        "vue-3.4",
      ],
      ignoreBinaries: [
        "apt-cache",
        "apt-get",
        "WebKitWebDriver",
        "Xvfb",
        "dbus-run-session",
        "dbus-send",
        "mariadb",
        "mariadbd",
        "orca",
        "php",
        "xdotool",
      ],
      // Workspaces of their own.
      ignore: [
        "{bench,scripts}/**/*.d.mts",
        "bench/matrix/fixtures/**",
        "test/runners/doms/*",
        "test/editors/pages/*",
        "scripts/pictures/tools/*",
        "site/**",
      ],
    },
    demo: {
      entry: ["main.ts", "src/main.tsx"],
      // Bundled from the sources of packages that declare them for their development alone, and brought along.
      ignoreDependencies: ["preact", "vite"],
    },
    "test/stores": { entry: ["*.test.ts", "server-process.ts"] },
    "test/mounts": {
      entry: ["fixtures/*.{mjs,cjs}"],
      // Imported by the programs that the tests make of the README's lines.
      ignoreDependencies: [".*"],
    },
    // Served as they are, or imported by the pages that are made of strings.
    "test/hosts": {
      entry: ["*.test.ts", "astro/src/pages/*.astro", "next/next.config.mjs", "next/app/**/*.jsx"],
      ignoreDependencies: [".*"],
    },
    "test/dialogs": {
      entry: ["*.test.ts", "dialogs-site.ts", "libraries.ts", "pages/*.{ts,tsx,css}"],
      // Read as files by test/dialogs/sheets.ts.
      ignoreDependencies: [
        /css$/,
        /reset/,
        /normalize/,
        "@picocss/pico",
        "@shopify/polaris",
        "@wordpress/block-library",
        "bulma",
        "foundation-sites",
        "ress",
        "uikit",
      ],
    },
    "packages/core": {
      entry: ["src/{index,direct,hosted,legacy,npm,testing}.ts", "src/languages/*.ts", "test/**/*.test.ts"],
    },
    "packages/react": { entry: ["test/**/*.test.{ts,tsx}", "test/server-entry.tsx"] },
    "packages/element": {
      entry: [
        "src/{index,define,links,npm,cdn}.ts",
        "src/{language,react-types,solid-types,vue-types}.ts",
        "test/**/*.test.ts",
      ],
    },
    "packages/server": { entry: ["src/{index,node,humanity,browser,humanity-browser,doctor}.ts", "test/**/*.test.ts"] },
    "packages/sandbox": {
      entry: [
        "src/{index,cli,browser,playwright}.ts",
        "page/{main,framed,hosted,legacy,legacy-popup}.ts",
        "test/**/*.test.ts",
      ],
    },
  },
};

export default config;
