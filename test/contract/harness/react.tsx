import type { HumanConnect, HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/react";
import { StrictMode, useEffect, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { installHarness } from "./harness.ts";

const container = document.querySelector("#root")!;
let root: Root | undefined;
let closeOnUnmount = false;
let inline = false;
let connect: HumanConnect | undefined;

function App({ options }: { options: HumanConnectOptions }): ReactElement {
  const human = useHumanConnect({ ...options, closeOnUnmount });
  useEffect(() => {
    connect = human.connect;
  }, [human.connect]);
  return <ConnectButton connect={human.connect} inline={inline} />;
}

function render(options: HumanConnectOptions): void {
  flushSync(() =>
    root!.render(
      <StrictMode>
        <App options={options} />
      </StrictMode>,
    ),
  );
}

installHarness({
  mount(options, isClosing, isInline) {
    closeOnUnmount = isClosing;
    inline = isInline;
    root = createRoot(container);
    render(options);
  },
  update: render,
  unmount: () => flushSync(() => root?.unmount()),
  move: () => document.querySelector("footer")!.prepend(container),
  connect: () => connect,
});
