import type { StorybookConfig } from "@storybook/vue3-vite";
import { createMainConfig } from "../../shared/main-config.ts";

const config: StorybookConfig = {
  ...createMainConfig("vue"),
  framework: { name: "@storybook/vue3-vite", options: { docgen: false } },
};

export default config;
