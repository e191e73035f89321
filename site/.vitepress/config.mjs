import { readFileSync } from "node:fs";
import { defineConfig, postcssIsolateStyles } from "vitepress";
import { createSidebars, topMenu } from "../navigation.mjs";
import { root } from "../repository.mjs";
import { toAnchor } from "../titles.mjs";

const { bytes } = JSON.parse(readFileSync(`${root}docs/bench/results.json`, "utf8"));

export default defineConfig({
  title: "Human Connect Kit",
  titleTemplate: ":title – Human Connect Kit",
  description:
    "Let your users connect their health data through Human API's Connect widget, from React, Vue, a CMS or any page.",
  lang: "en",
  // The quick starts open pages of the reader's machine.
  ignoreDeadLinks: "localhostLinks",
  srcDir: ".pages",
  outDir: "dist",
  cacheDir: "node_modules/.cache/vitepress",
  head: [
    [
      "link",
      {
        rel: "icon",
        href: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%230b6e6b'/%3E%3Cpath d='M9 16a4 4 0 0 1 4-4h2m8 4a4 4 0 0 1-4 4h-2m-4-4h6' fill='none' stroke='%23fff' stroke-width='2.6' stroke-linecap='round'/%3E%3C/svg%3E",
      },
    ],
    ["meta", { name: "theme-color", content: "#0b6e6b" }],
  ],
  markdown: {
    anchor: { slugify: toAnchor },
    // A text in braces is one, and no attribute.
    attrs: { disable: true },
    config(md) {
      const { code_inline: render } = md.renderer.rules;
      // Braces in code are none of Vue's, as in a block of code.
      md.renderer.rules.code_inline = (...given) => render(...given).replace("<code", "<code v-pre");
    },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: {
    nav: topMenu,
    sidebar: createSidebars(),
    outline: [2, 3],
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: "https://github.com/human-connect/kit" }],
    editLink: {
      pattern: ({ frontmatter }) => `https://github.com/human-connect/kit/edit/main/${frontmatter.source ?? ""}`,
      text: "Edit this page",
    },
    footer: { message: "MIT. An independent kit: Human API is a service of its vendor." },
    externalLinkIcon: true,
  },
  vite: {
    configFile: false,
    // Kilobytes that the home page names.
    define: { __REACT_KB__: JSON.stringify((bytes.kit.this.react.eager / 1000).toFixed(1)) },
    resolve: { dedupe: ["react", "react-dom", "vue", "humanapi-connect-client"] },
    optimizeDeps: {
      include: ["humanapi-connect-client", "react", "react-dom/client", "react/jsx-runtime", "react/jsx-dev-runtime"],
    },
    // The site's own styles of text end where the kit is shown.
    css: { postcss: { plugins: [postcssIsolateStyles({ includeFiles: [/base\.css/, /vp-doc\.css/] })] } },
    esbuild: { jsx: "automatic" },
    build: {
      cssTarget: ["chrome123", "firefox121", "safari17.5"],
      chunkSizeWarningLimit: 3000,
      rollupOptions: {
        // React's "use client" concerns servers that render; in a bundle for a browser it has done its work.
        onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
      },
    },
  },
});
