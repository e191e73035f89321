import type { HumanConnectOptions } from "@human-connect/core";
import type { Component, Plugin } from "vue";
import type { ConnectButton } from "./components/connect-button.js";
import type { ConnectCard } from "./components/connect-card.js";
import type { ConnectStatus } from "./components/connect-status.js";
import type { ConnectionList } from "./components/connection-list.js";
import { readOptions, type ReactiveOptions } from "./composables/read-options.js";
import { connectKey, createShared, keep } from "./composables/shared-connect.js";

declare module "vue" {
  interface GlobalComponents {
    ConnectButton: typeof ConnectButton;
    ConnectCard: typeof ConnectCard;
    ConnectStatus: typeof ConnectStatus;
    ConnectionList: typeof ConnectionList;
  }
}

export interface HumanConnectPluginOptions {
  /** Components to register globally under these names. Default none, so that unused components stay out of the bundle. */
  components?: Record<string, Component> | undefined;
}

/**
 * Creates a plugin that gives an app defaults and one shared instance, created when a component first uses it.
 *
 * @param defaults Options of the core, each a value, a ref or a getter.
 * @example app.use(createHumanConnectPlugin({ tokenUrl: "/api/human-connect/token" }, { components: { ConnectButton, ConnectionList } }));
 */
export function createHumanConnectPlugin(
  defaults: ReactiveOptions<Partial<HumanConnectOptions>>,
  { components = {} }: HumanConnectPluginOptions = {},
): Plugin<[]> {
  return {
    // Runs once per app, so that apps on a server, one per request, share nothing.
    install(app) {
      const shared = createShared(
        undefined,
        () => readOptions(defaults),
        (connect) => {
          if (typeof document !== "undefined") app.onUnmount?.(keep(connect));
        },
      );
      app.provide(connectKey, shared);
      for (const [name, component] of Object.entries(components)) app.component(name, component);
    },
  };
}
