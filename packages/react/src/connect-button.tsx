import type { HumanConnect, HumanConnectOptions, LabelOptions } from "@human-connect/core";
import { whenShown } from "@human-connect/core/face";
import { forwardRef, type ButtonHTMLAttributes, type ForwardRefExoticComponent, type RefAttributes } from "react";
import { BareButton, type ButtonProps } from "./bare-button.js";
import { LiveLine } from "./live-line.js";
import { splitProps } from "./split-props.js";
import { useConnect, useConnectState, type UseHumanConnectOptions } from "./use-human-connect.js";
import { useVoice } from "./use-voice.js";
import { useWords } from "./use-words.js";

interface OwnProps
  extends ButtonProps, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof HumanConnectOptions | "children"> {
  /**
   * Whether the reason of a failure is visible below the button. `"hidden"` where a `ConnectStatus` shows it. Screen readers announce
   * the reason in either case. Default `"shown"`.
   */
  message?: "shown" | "hidden" | undefined;
}

type NoOptions = { [K in Exclude<keyof UseHumanConnectOptions, keyof LabelOptions>]?: undefined };

/** Options of the core, or an instance from `useHumanConnect`, which has its options already. */
export type OptionsOrConnect =
  | (UseHumanConnectOptions & { connect?: undefined })
  | (LabelOptions & NoOptions & { connect: HumanConnect });

/** Options of the core, or an instance from `useHumanConnect`, which has its options already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps & OptionsOrConnect;

/**
 * A button that opens Connect, shows the progress, and retries after an error. Every other attribute, and `ref`, is passed to the
 * `<button>`. Inside a `HumanConnectProvider` it needs no options.
 *
 * @example <ConnectButton tokenUrl="/api/human-connect/token">Connect your health data</ConnectButton>
 */
export const ConnectButton: ForwardRefExoticComponent<ConnectButtonProps & RefAttributes<HTMLButtonElement>> =
  /* @__PURE__ */ forwardRef<HTMLButtonElement, ConnectButtonProps>(function ConnectButton(
    { connect: given, inline, prepareOn, closeOnUnmount, message, children, ...rest },
    ref,
  ) {
    const [options, attributes] = splitProps(rest) as [
      Partial<HumanConnectOptions>,
      ButtonHTMLAttributes<HTMLButtonElement>,
    ];
    const connect = useConnect({ ...options, closeOnUnmount }, given);
    const state = useConnectState(connect);
    const words = useWords(options, given);
    const voice = useVoice(connect, words);
    const line = <LiveLine {...voice} state={state} shows={whenShown(message, Boolean(inline))} />;
    return (
      <BareButton {...{ connect, state, words, attributes, inline, prepareOn }} buttonRef={ref} status={line}>
        {children}
      </BareButton>
    );
  });
