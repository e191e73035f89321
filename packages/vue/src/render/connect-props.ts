import type { ConnectCallbacks, HumanConnect, HumanConnectOptions, LabelOptions } from "@human-connect/core";
import { optionKinds, type FaceOptions, type OptionKind, type PrepareOn } from "@human-connect/core/face";

/** Options of the core except callbacks, which are events in Vue. */
type ValueOptions = Omit<Partial<HumanConnectOptions>, keyof ConnectCallbacks>;

/** Props of a component that has options. */
export interface OptionProps extends ValueOptions, FaceOptions {}

/** Props of a component that only shows an instance. */
export interface ViewProps extends LabelOptions {
  /** An instance from `useHumanConnect`. Default: that of the plugin or of `provideHumanConnect`. */
  connect?: HumanConnect | undefined;
}

/** Props of a component with a button. */
export interface ButtonProps {
  /** When to prefetch what a click needs. Default `"intent"`: hover, focus, touch or press. */
  prepareOn?: PrepareOn | undefined;
  /**
   * Shows Connect in a box around the button, as large as the parent allows, instead of over the page. Takes precedence over the
   * option `container`. Default false.
   */
  inline?: boolean | undefined;
}

/** Props of a button outside a card. */
export interface MessageProps {
  /**
   * Whether the reason of a failure is visible below the button. `"hidden"` where a `ConnectStatus` shows it. Screen readers announce
   * the reason in either case. Default `"shown"`.
   */
  message?: "shown" | "hidden" | undefined;
}

type NoOptions = { [K in Exclude<keyof OptionProps, keyof LabelOptions>]?: undefined };

/** Options of the core, or an instance from `useHumanConnect`, which has its options already. */
export type OptionsOrConnect =
  | (OptionProps & { connect?: undefined })
  | (LabelOptions & NoOptions & { connect: HumanConnect });

export const viewProps: Record<keyof ViewProps, null> = { connect: null, labels: null, locale: null };

type PropDefinition = null | { type: BooleanConstructor; default: undefined };

/** The options of the core that are no events, from its table. */
export const optionProps: Record<keyof OptionProps, PropDefinition> = /* @__PURE__ */ defineOptions();

export const buttonProps: { prepareOn: { default: PrepareOn }; inline: BooleanConstructor } = {
  prepareOn: { default: "intent" },
  inline: Boolean,
};

export const messageProps: { message: { default: "shown" | "hidden" } } = { message: { default: "shown" } };

function defineOptions(): Record<keyof OptionProps, PropDefinition> {
  const kinds = Object.entries<OptionKind>({ ...optionKinds, closeOnUnmount: "flag" });
  // Vue sets an absent Boolean prop to false, but the core's default may be true.
  const define = (kind: OptionKind): PropDefinition => (kind === "flag" ? { type: Boolean, default: undefined } : null);
  const props = kinds.filter(([, kind]) => kind !== "callback").map(([name, kind]) => [name, define(kind)]);
  return Object.fromEntries(props) as Record<keyof OptionProps, PropDefinition>;
}
