import { type HumanConnect, type HumanConnectState, type LabelOptions, describeState } from "@human-connect/core";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { joinNames } from "./split-props.js";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useWords } from "./use-words.js";
import { wrapText } from "./content.js";

export interface ConnectStatusProps extends Omit<HTMLAttributes<HTMLParagraphElement>, "children">, LabelOptions {
  /** An instance from `useHumanConnect`. Default: the provider's. */
  connect?: HumanConnect | undefined;
  /** Announces changes to screen readers. Default false, because a `ConnectButton` already announces them. */
  live?: boolean | undefined;
  /** Renders the content. Default: the text of the locale. */
  children?: ((state: HumanConnectState) => ReactNode) | undefined;
}

/**
 * A line with the current state: opening, open, how many sources are connected, or the reason of a failure.
 *
 * @throws {TypeError} With neither `connect` nor a provider above.
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
      className={joinNames("human-connect-status", className)}
      data-status={state.status}
    >
      {children ? wrapText(children(state)) : describeState(state, words)}
    </p>
  );
}
