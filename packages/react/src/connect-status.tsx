import { readViewLabels, readButtonLabels, type HumanConnect, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import { useContext, type HTMLAttributes, type ReactElement, type ReactNode } from "react";
import { ConnectContext } from "./connect-context.js";
import { useConnect, useConnectState } from "./use-human-connect.js";

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
export function ConnectStatus({ connect: given, live, labels, locale, className, children, ...attributes }: ConnectStatusProps): ReactElement {
  const state = useConnectState(useConnect(undefined, given));
  const shared = useContext(ConnectContext);
  const words = { labels: labels ?? shared?.labels, locale: locale ?? shared?.locale };
  return (
    <p role={live ? "status" : undefined} {...attributes} className={`human-connect-status${className ? ` ${className}` : ""}`} data-status={state.status}>
      {children ? children(state) : describe(state, words)}
    </p>
  );
}

function describe(state: HumanConnectState, words: LabelOptions): string {
  const { noConnections, oneConnection, manyConnections } = readViewLabels(words);
  const { loading, open } = readButtonLabels(words);
  const { length } = state.currentConnections;
  switch (state.status) {
    case "loading":
      return loading;
    case "open":
      return open;
    case "error":
      return state.error.userMessage;
    case "idle":
    case "closed":
      return length === 0 ? noConnections : length === 1 ? oneConnection : manyConnections.replace("{count}", String(length));
    default:
      return state satisfies never;
  }
}
