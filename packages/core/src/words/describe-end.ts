import { describeState } from "./describe-state.js";
import { localeOf } from "./locale.js";
import { readViewLabels } from "./view-labels.js";
import type { LabelOptions } from "./labels.js";
import type { Source } from "../model/session.js";
import type { HumanConnectState } from "../model/state.js";

/**
 * The announcement when a session is over: what went wrong, or what the session has changed and how many sources are connected now.
 *
 * @returns `""` if nothing has changed, and while no session is over.
 */
export function describeEnd(state: HumanConnectState, options: LabelOptions): string {
  if (state.status === "error") return state.error.userMessage;
  if (state.status !== "closed") return "";
  const { currentConnections, session } = state;
  const { connectedSources, disconnectedSources } = session.sessionResults;
  const current = new Set(currentConnections.map(({ id }) => id));
  const { sourcesConnected, sourcesDisconnected } = readViewLabels(options);
  const changes = [
    // A source that was connected and disconnected again has not changed.
    name(
      sourcesConnected,
      connectedSources.filter(({ id }) => current.has(id)),
      options,
    ),
    name(
      sourcesDisconnected,
      disconnectedSources.filter(({ id }) => !current.has(id)),
      options,
    ),
  ].filter(Boolean);
  if (!changes.length) return "";
  return [...changes, describeState(state, options, true)].filter(Boolean).join(". ") + ".";
}

function name(label: string, sources: readonly Source[], options: LabelOptions): string {
  if (!sources.length) return "";
  const names = new Intl.ListFormat(localeOf(options)).format(sources.map(({ name: each }) => each));
  return label.replace("{names}", () => names);
}
