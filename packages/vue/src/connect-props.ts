import type { ConnectCallbacks, HumanConnect, HumanConnectOptions, LabelOptions } from "@human-connect/core";

/** Options of the core that are no callbacks, which are events in Vue. */
type ValueOptions = Omit<Partial<HumanConnectOptions>, keyof ConnectCallbacks>;

/** What a component that has options takes as its own. */
export interface OptionProps extends ValueOptions {
  /** Ends an open session when the component goes away. Default false: the session goes on and its events still arrive. */
  closeOnUnmount?: boolean;
}

/** What a component that only shows a connection takes as its own. */
export interface ViewProps extends LabelOptions {
  /** A connection of `useHumanConnect`. Default: that of the plugin or of `provideHumanConnect`. */
  connect?: HumanConnect;
}

// An absent Boolean would be false, and the core's default may be another.
const flag: { type: BooleanConstructor; default: undefined } = { type: Boolean, default: undefined };

export const viewProps: Record<keyof ViewProps, null> = { connect: null, labels: null, locale: null };

export const optionProps: Record<keyof OptionProps, null | typeof flag> = {
  getToken: null,
  client: null,
  initialConnections: null,
  user: null,
  prefetchToken: flag,
  labels: null,
  locale: null,
  timeouts: null,
  debug: flag,
  baseUrl: null,
  mode: null,
  clientId: null,
  preseed: flag,
  preseededSources: null,
  inviteSessionId: null,
  config: null,
  segment: null,
  pinnedProviders: null,
  overlayOpacity: null,
  messageOrigins: null,
  warmFrame: flag,
  container: null,
  closeOnUnmount: flag,
};
