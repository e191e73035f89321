import "@human-connect/element/define";
import { setCustomElementsManifest } from "@storybook/web-components-vite";
import manifest from "../../../packages/element/custom-elements.json" with { type: "json" };
import { preview } from "../../shared/preview.ts";

setCustomElementsManifest(manifest);

// Storybook reads the tags and the order without running this.
export default {
  ...preview,
  tags: ["autodocs"],
  parameters: {
    ...preview.parameters,
    options: {
      storySort: {
        order: ["ConnectCard", "ConnectButton", "ConnectionList", "ConnectStatus", "Shared connection", "Inline"],
      },
    },
  },
};
