import { readCardLabels, type LabelOptions } from "./labels.js";
import type { RequestedSource, Source } from "../model/session.js";
import type { HumanConnectState } from "../model/state.js";

/** `added` and `disconnected` are what the session did that runs now or ran last; `requested` is no provider of Connect yet. */
export type SourceStatus = "connected" | "added" | "disconnected" | "requested";

/** A source as a list shows it. */
export interface ListedSource extends Source {
  readonly status: SourceStatus;
}

/**
 * What a list of sources shows: those that are connected now and, in detail, then those that the session disconnected and the
 * providers that the person has asked for.
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

/** Whether a card shows so many sources that the list scrolls, and so has to take the focus for keyboards. */
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

/** What the person wrote first of what names a provider. */
function nameOf({ healthSystem, physician, website, address }: RequestedSource): string {
  return healthSystem || physician || website || address;
}
