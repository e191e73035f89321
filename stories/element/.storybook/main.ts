import type { StorybookConfig } from "@storybook/web-components-vite";
import { createMainConfig } from "../../shared/main-config.ts";

const config: StorybookConfig = { ...createMainConfig("element"), framework: "@storybook/web-components-vite" };

export default config;
