import { ConnectButton, provideHumanConnect } from "@human-connect/vue";
import { createApp, h, type Component, type VNode } from "vue";
import { attributes, face, hostName, isInline, options } from "./page-options.ts";

/** Shows one of a library's parts, beside the button that elements in menus follow. */
export function mountHost(hosts: Record<string, Component>): void {
  createApp({
    setup() {
      provideHumanConnect(options);
      return () => [
        h(hosts[hostName]!),
        h("button", { class: "outside" }, "Outside"),
        face === "element" && h("human-connect-button", { id: "lead", ...attributes }, "Elsewhere"),
      ];
    },
  }).mount("#root");
}

/** What stands in a dialog or a popover. */
export function drawContent(): VNode[] {
  const button =
    face === "element"
      ? h("human-connect-button", { class: "connect", "^inline": isInline ? "" : undefined, ...attributes }, "Connect")
      : h(ConnectButton, { class: "connect", inline: isInline }, () => "Connect");
  return [
    h("input", { class: "field", "aria-label": "Field" }),
    isInline ? h("div", { class: "room" }, button) : button,
    h("button", { class: "last" }, "Last"),
  ];
}

/** An item of a menu that goes with its click. The library adds what it gives to its items. */
export function drawMenuButton(): VNode {
  if (face === "element") return h("human-connect-button", { class: "connect", "^for": "lead" }, "Connect");
  return h(ConnectButton, { class: "connect" }, () => "Connect");
}
