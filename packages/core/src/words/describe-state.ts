import { describeCount } from "./describe-count.js";
import { readButtonLabels } from "./button-labels.js";
import { readViewLabels } from "./view-labels.js";
import type { LabelOptions } from "./labels.js";
import type { HumanConnectState } from "../model/state.js";

/**
 * One line for the user: opening, open, how many sources are connected, or what went wrong.
 *
 * @param options Choose the language.
 * @param isBesideList Omits that nothing is connected, which a list next to the line shows. Default false.
 */
export function describeState(state: HumanConnectState, options: LabelOptions, isBesideList = false): string {
  const { noConnections, oneConnection } = readViewLabels(options);
  const { loading, open } = readButtonLabels(options);
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
      if (length > 1) return describeCount(length, options);
      if (length) return oneConnection;
      return isBesideList ? "" : noConnections;
    default:
      return state satisfies never;
  }
}
