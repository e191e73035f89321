import { preview } from "../../shared/preview.ts";

// Storybook reads the tags and the order without running this.
export default {
  ...preview,
  tags: ["autodocs"],
  parameters: {
    ...preview.parameters,
    options: {
      storySort: {
        order: [
          "Start here",
          "React",
          ["ConnectCard", "ConnectButton", "ConnectionList", "ConnectStatus", "Shared connection", "Inline"],
        ],
      },
    },
  },
};
