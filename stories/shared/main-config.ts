import { mergeConfig, type InlineConfig } from "vite";
import { alias, at } from "../../alias.ts";
import { readDocstrings } from "./docstrings.ts";

export type Face = "react" | "vue" | "element";

interface CommonConfig {
  stories: { directory: string; files: string; titlePrefix?: string }[];
  addons: string[];
  core: { disableTelemetry: true; disableWhatsNewNotifications: true };
  staticDirs: { from: string; to: string }[];
  typescript: { reactDocgen: false };
  viteFinal: (given: InlineConfig) => InlineConfig;
}

/** What the Storybooks of the faces have in common. React's is the whole site: the others are shown inside it. */
export function createMainConfig(face: Face): CommonConfig {
  const own = { directory: "..", files: "*.stories.@(ts|tsx)" };
  // Vitest would count the page as a test that it skips.
  const introduction = process.env["VITEST"] ? [] : [{ directory: "../../shared", files: "*.mdx" }];
  return {
    stories: face === "react" ? [...introduction, { ...own, titlePrefix: "React" }] : [own],
    addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
    core: { disableTelemetry: true, disableWhatsNewNotifications: true },
    staticDirs: [{ from: at("packages/sandbox/dist/page"), to: "/sandbox" }],
    typescript: { reactDocgen: false },
    viteFinal: (given) =>
      mergeConfig(given, {
        resolve: { alias },
        define: { __DOCSTRINGS__: JSON.stringify(face === "element" ? {} : readDocstrings(face)) },
        // Written out for older engines, light-dark() would need a `color-scheme` on every element.
        build: { cssTarget: ["chrome123", "firefox121", "safari17.5"], chunkSizeWarningLimit: 4000 },
      }),
  };
}

interface Ref {
  title: string;
  url: string;
}

/** The other faces: folders of the same site, or servers of their own while stories are written. */
export function refsOf(_config: unknown, { configType }: { configType?: string }): Record<string, Ref> {
  const isSite = configType === "PRODUCTION";
  return {
    vue: { title: "Vue", url: isSite ? "./vue" : `http://localhost:${devPorts.vue}` },
    element: { title: "Web component", url: isSite ? "./element" : `http://localhost:${devPorts.element}` },
  };
}

export const devPorts: Readonly<Record<Face, number>> = { react: 6006, vue: 6007, element: 6008 };
