import type { StorybookConfig } from "@storybook/react-vite";
import { createMainConfig, refsOf } from "../../shared/main-config.ts";

const config: StorybookConfig = {
  ...createMainConfig("react"),
  framework: "@storybook/react-vite",
  refs: refsOf,
};

export default config;
