import { readCardLabels } from "./card-labels.js";
import type { LabelOptions } from "./labels.js";
import type { RequestedSource, Source } from "../model/session.js";
import type { HumanConnectState } from "../model/state.js";

/** `added` and `disconnected` are results of the running or last session; `requested` is a provider that Connect does not offer yet. */
export type SourceStatus = "connected" | "added" | "disconnected" | "requested";

/** An entry of a source list. */
export interface ListedSource extends Source {
  readonly status: SourceStatus;
}

/**
 * Returns the entries of a source list: the current connections and, in detail, then the sources that the session disconnected and the
 * providers that the user has requested.
 */
export function listSources(state: HumanConnectState, isDetailed = false): readonly ListedSource[] {
  const { currentConnections } = state;
  const session = "session" in state ? state.session : undefined;
  const added = idsOf(session?.sessionResults.connectedSources);
  const listed = currentConnections.map((source): ListedSource => ({
    ...source,
    status: added.has(source.id) ? "added" : "connected",
  }));
  if (!session || !isDetailed) return listed;
  const { disconnectedSources, requestedSources } = session.sessionResults;
  const current = idsOf(currentConnections);
  const gone = disconnectedSources
    .filter(({ id }) => !current.has(id))
    .map((source): ListedSource => ({ ...source, status: "disconnected" }));
  const names = [...session.requestedProviders, ...requestedSources].map(nameOf).filter(Boolean);
  const requested = [...new Set(names)].map((name): ListedSource => ({
    id: `requested ${name}`,
    name,
    status: "requested",
  }));
  return [...listed, ...gone, ...requested];
}

/** Whether a card shows so many sources that the list scrolls, and so must be focusable for keyboard users. */
export function isLongList({ currentConnections }: HumanConnectState): boolean {
  return currentConnections.length > 8;
}

/** The state of a listed source in words, in the language of the options. */
export function describeSource({ status }: ListedSource, options: LabelOptions): string {
  const { statusConnected, statusAdded, statusDisconnected, statusRequested } = readCardLabels(options);
  return {
    connected: statusConnected,
    added: statusAdded,
    disconnected: statusDisconnected,
    requested: statusRequested,
  }[status];
}

function idsOf(sources: readonly Source[] = []): Set<string> {
  return new Set(sources.map(({ id }) => id));
}

/** The first text that the user entered to name a provider. */
function nameOf({ healthSystem, physician, website, address }: RequestedSource): string {
  return healthSystem || physician || website || address;
}
