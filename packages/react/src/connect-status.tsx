import { describeState, type HumanConnect, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useWords } from "./use-words.js";
import { wrapText } from "./wrap-text.js";

export interface ConnectStatusProps extends Omit<HTMLAttributes<HTMLParagraphElement>, "children">, LabelOptions {
  /** A connection of `useHumanConnect`. Default: the provider's. */
  connect?: HumanConnect;
  /** Announces changes to screen readers. Default false, because a `ConnectButton` does so already. */
  live?: boolean;
  /** Says it in other words. */
  children?: (state: HumanConnectState) => ReactNode;
}

/**
 * One line that says where things stand: opening, open, how many sources are connected, or what went wrong.
 *
 * @throws {TypeError} With neither `connect` nor a provider.
 */
export function ConnectStatus({
  connect: given,
  live,
  labels,
  locale,
  className,
  children,
  ...attributes
}: ConnectStatusProps): ReactElement {
  const state = useConnectState(useConnect({}, given));
  const words = useWords({ labels, locale }, given);
  return (
    <p
      role={live ? "status" : undefined}
      {...attributes}
      className={`human-connect-status${className ? ` ${className}` : ""}`}
      data-status={state.status}
    >
      {children ? wrapText(children(state)) : describeState(state, words)}
    </p>
  );
}
