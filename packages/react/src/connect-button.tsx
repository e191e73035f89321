import { readButtonLabels, type HumanConnect, type HumanConnectOptions, type LabelOptions } from "@human-connect/core";
import { forwardRef, type ButtonHTMLAttributes, type ForwardRefExoticComponent, type RefAttributes } from "react";
import { BareButton, type ButtonProps } from "./bare-button.js";
import { splitProps } from "./split-props.js";
import { useConnect, useConnectState, type UseHumanConnectOptions } from "./use-human-connect.js";
import { useWords } from "./use-words.js";

interface OwnProps
  extends ButtonProps, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof HumanConnectOptions | "children"> {}

type NoOptions = { [K in Exclude<keyof UseHumanConnectOptions, keyof LabelOptions>]?: never };

/** Options of the core, or a connection of `useHumanConnect` that has them already. */
export type OptionsOrConnect =
  | (UseHumanConnectOptions & { connect?: undefined })
  | (LabelOptions & NoOptions & { connect: HumanConnect });

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps & OptionsOrConnect;

/**
 * A real button that opens Connect, shows how it goes, and tries again after an error. Every other attribute, and `ref`, is
 * the `<button>`'s own. Inside a `HumanConnectProvider` it needs no options.
 *
 * @example <ConnectButton getToken={getToken}>Connect your health data</ConnectButton>
 */
export const ConnectButton: ForwardRefExoticComponent<ConnectButtonProps & RefAttributes<HTMLButtonElement>> =
  /* @__PURE__ */ forwardRef<HTMLButtonElement, ConnectButtonProps>(function ConnectButton(
    { connect: given, inline, prepareOn, closeOnUnmount, children, ...rest },
    ref,
  ) {
    const [options, attributes] = splitProps(rest) as [
      Partial<HumanConnectOptions>,
      ButtonHTMLAttributes<HTMLButtonElement>,
    ];
    const connect = useConnect({ ...options, closeOnUnmount }, given);
    const state = useConnectState(connect);
    const words = useWords(options, given);
    const { status } = state;
    const text =
      status === "loading" ? readButtonLabels(words).loading : status === "error" ? state.error.userMessage : "";
    const line = inline ? (
      <p className="human-connect-status" data-status={status} role="status">
        {text}
      </p>
    ) : (
      <span role="status" className="human-connect-live">
        {text}
      </span>
    );
    return (
      <BareButton {...{ connect, words, attributes, inline, prepareOn }} buttonRef={ref} status={line}>
        {children}
      </BareButton>
    );
  });
