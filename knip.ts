import type { KnipConfig } from "knip";

const config: KnipConfig = {
  ignoreExportsUsedInFile: true,
  workspaces: {
    ".": {
      entry: [
        "scripts/*.mjs",
        "demo/main.ts",
        "demo/src/main.tsx",
        "test/**/*.{test,spec}.ts",
        "test/contract/harness/{core,react,vue,element,styles}.{ts,tsx}",
        "test/leaks/harness.ts",
        "test/support/*-setup.ts",
        "test/packed/consumer/**",
      ],
      ignoreDependencies: [
        // Started by name in scripts/run.mjs.
        "oxlint",
        "oxlint-tsgolint",
        // Aliased in vite.config.ts to test against the older React.
        "react-18",
        "react-dom-18",
      ],
      ignoreBinaries: ["apt-get", "WebKitWebDriver", "Xvfb"],
      ignore: ["scripts/browsers.d.mts"],
    },
    "packages/core": { entry: ["src/{index,hosted,npm}.ts", "test/**/*.test.ts"] },
    "packages/react": { entry: ["test/**/*.test.{ts,tsx}", "test/server-entry.tsx"] },
    "packages/element": { entry: ["src/{index,define,cdn}.ts", "src/{react,vue}-types.ts", "test/**/*.test.ts"] },
    "packages/sandbox": { entry: ["src/{index,cli}.ts", "page/main.tsx", "test/**/*.test.ts"] },
  },
};

export default config;
