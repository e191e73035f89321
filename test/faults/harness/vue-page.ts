import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, createHumanConnectPlugin } from "@human-connect/vue";
import { createApp, h, reactive, readonly, watch, type App, type Plugin, type VNode } from "vue";
import type { RawVendor } from "./world.ts";

/** A button as a developer writes it around the vendor's client, and the same with the kit, given settings of a Vue page. */
export interface VuePage {
  /** Settings that the whole page shares. */
  readonly reactive: <T extends object>(settings: T) => T;
  /** The same for components that may only read them. */
  readonly readonly: <T extends object>(settings: T) => T;
  /** Calls back whenever anything in the settings changes, at once. */
  watch(settings: object, onChange: () => void): void;
  showRaw(vendor: RawVendor, settings: Record<string, unknown>): void;
  showKit(settings: HumanConnectOptions): void;
  click(): void;
  hide(): void;
}

declare global {
  interface Window {
    vuePage: VuePage;
  }
}

const place = document.body.appendChild(document.createElement("div"));
let app: App | undefined;

function show(button: VNode, plugin?: Plugin<[]>): void {
  app = createApp(() => button);
  if (plugin) app.use(plugin);
  app.mount(place);
}

window.vuePage = {
  reactive: (settings) => reactive(settings) as typeof settings,
  readonly: (settings) => readonly(settings) as typeof settings,
  watch: (settings, onChange) => void watch(settings, onChange, { deep: true, flush: "sync" }),
  showRaw: (vendor, settings) => show(h("button", { onClick: () => vendor.open(settings) }, "Connect")),
  showKit: (settings) => show(h(ConnectButton), createHumanConnectPlugin(settings)),
  click: () => place.querySelector("button")!.click(),
  hide: () => app!.unmount(),
};
