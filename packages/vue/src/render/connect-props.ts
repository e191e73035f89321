import type { ConnectCallbacks, HumanConnect, HumanConnectOptions, LabelOptions } from "@human-connect/core";
import type { PrepareOn } from "../composables/use-prepare.js";

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

/** What a component with a button takes as its own. */
export interface ButtonProps {
  /** When to fetch what a click will need. Default `"intent"`: hover, focus or touch. */
  prepareOn?: PrepareOn;
  /**
   * Shows Connect in a box around the button, as large as the parent lets it be, instead of over the page. Default false. A
   * `container` of the options wins.
   */
  inline?: boolean;
}

/** What a button takes that stands alone. */
export interface MessageProps {
  /**
   * Whether the reason of a failure stands below the button for those who see. `"hidden"` where a `ConnectStatus` says it; it is
   * announced to screen readers in either case. Default `"shown"`.
   */
  message?: "shown" | "hidden";
}

type NoOptions = { [K in Exclude<keyof OptionProps, keyof LabelOptions>]?: undefined };

/** Options of the core, or a connection of `useHumanConnect` that has them already. */
export type OptionsOrConnect =
  | (OptionProps & { connect?: undefined })
  | (LabelOptions & NoOptions & { connect: HumanConnect });

// An absent Boolean would be false, and the core's default may be another.
const flag: { type: BooleanConstructor; default: undefined } = { type: Boolean, default: undefined };

export const viewProps: Record<keyof ViewProps, null> = { connect: null, labels: null, locale: null };

export const optionProps: Record<keyof OptionProps, null | typeof flag> = {
  getToken: null,
  tokenUrl: null,
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
  closeOnBack: flag,
  closeOnUnmount: flag,
};

export const buttonProps: { prepareOn: { default: PrepareOn }; inline: BooleanConstructor } = {
  prepareOn: { default: "intent" },
  inline: Boolean,
};

export const messageProps: { message: { default: "shown" | "hidden" } } = { message: { default: "shown" } };
