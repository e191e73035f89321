import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, HumanConnectProvider } from "@human-connect/react";
import { createElement, forwardRef, type ButtonHTMLAttributes, type FC, type ReactElement, type Ref } from "react";
import { createRoot } from "react-dom/client";
import { attributes, face, hostName, isInline, options } from "./page-options.ts";

/** Shows one of a library's parts, beside the button that elements in menus follow. */
export function mountHost(hosts: Record<string, () => ReactElement>): void {
  const Host = hosts[hostName]!;
  createRoot(document.querySelector("#root")!).render(
    <HumanConnectProvider {...options}>
      <Host />
      <button className="outside">Outside</button>
      {face === "element" && createElement("human-connect-button", { id: "lead", ...attributes }, "Elsewhere")}
    </HumanConnectProvider>,
  );
}

/** What stands in a dialog or a popover. */
export function Content(): ReactElement {
  const button =
    face === "element" ? (
      createElement("human-connect-button", { class: "connect", inline: isInline, ...attributes }, "Connect")
    ) : (
      <ConnectButton className="connect" inline={isInline}>
        Connect
      </ConnectButton>
    );
  return (
    <>
      <input className="field" aria-label="Field" />
      {isInline ? <div className="room">{button}</div> : button}
      <button className="last">Last</button>
    </>
  );
}

const Follower = "human-connect-button" as unknown as FC<Record<string, unknown>>;

/** An item of a menu that goes with its click. It takes what the library gives to its items. */
export const MenuButton = forwardRef<
  HTMLElement,
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof HumanConnectOptions>
>(function MenuButton(given, ref) {
  if (face === "element")
    return (
      <Follower {...given} ref={ref} className="connect" for="lead">
        Connect
      </Follower>
    );
  return (
    <ConnectButton {...given} ref={ref as Ref<HTMLButtonElement>} className="connect">
      Connect
    </ConnectButton>
  );
});
