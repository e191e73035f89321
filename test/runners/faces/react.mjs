import { ConnectButton } from "@human-connect/react";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { label, playSessions } from "../play-sessions.mjs";

function mount(root, options, hear) {
  const app = createRoot(root);
  const props = {
    ...options,
    prepareOn: "visible",
    onConnect: () => hear("connect"),
    onClose: () => hear("close"),
    onError: ({ error }) => hear("error", error),
  };
  flushSync(() => app.render(createElement(ConnectButton, props, label)));
  return { host: root.querySelector("button"), unmount: () => flushSync(() => app.unmount()) };
}

export const check = () => playSessions(mount);
