import "@human-connect/element/define";
import type { HumanConnectOptions } from "@human-connect/core";
import type { HumanConnectButton } from "@human-connect/element";
import { installHarness } from "./harness.ts";

const root = document.querySelector("#root")!;
let button: HumanConnectButton | undefined;

function assign({ getToken, client, ...options }: HumanConnectOptions): void {
  Object.assign(button!, { getToken, client, options });
}

installHarness({
  mount(options, closeOnUnmount, inline) {
    button ??= document.createElement("human-connect-button");
    Object.assign(button, { closeOnUnmount, inline });
    assign(options);
    root.append(button);
    return button.shadowRoot!;
  },
  update: assign,
  unmount: () => button!.remove(),
  move: () => document.querySelector("footer")!.prepend(button!),
  connect: () => button?.connect,
});
