import { ConnectButton } from "@human-connect/vue";
import { createApp, h } from "vue";
import { label, playSessions } from "../play-sessions.mjs";

function mount(root, options, hear) {
  const props = {
    ...options,
    prepareOn: "visible",
    onConnect: () => hear("connect"),
    onClose: () => hear("close"),
    onError: ({ error }) => hear("error", error),
  };
  const app = createApp({ render: () => h(ConnectButton, props, () => label) });
  app.mount(root);
  return { host: root.querySelector("button"), unmount: () => app.unmount() };
}

export const check = () => playSessions(mount);
