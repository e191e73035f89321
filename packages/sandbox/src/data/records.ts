import type { Connection } from "../base/connect-api.js";
import { createDraw } from "./records-draw.js";
import { lists, readings, type Series } from "./records-series.js";

/** The owner of records, and the connected sources. */
export interface RecordOwner {
  humanId: string;
  /** Oldest first. */
  connections: readonly Connection[];
}

/** Fields of every record of the vendor (docs/vendor.md#data-api); other fields depend on the endpoint. */
export interface DataRecord {
  id: string;
  humanId: string;
  /** Id of the connected source. */
  source: string;
  sourceData: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  [field: string]: unknown;
}

/** The response of an endpoint: a list, or a single object. */
export type DataAnswer = { list: readonly DataRecord[] } | { single: Readonly<Record<string, unknown>> };

/**
 * All records of a user under one name of the Data API. They are computed from the user's id and connections, so they are the same each
 * time, and disappear with the source.
 *
 * @param name The path after `/v1/human/`; empty for the summary.
 * @returns Newest first; undefined for an unknown endpoint.
 */
export function readData(name: string, owner: RecordOwner): DataAnswer | undefined {
  if (name === "") return { single: summarize(owner) };
  if (name === "profile") return { single: toProfile(owner) };
  if (name === "sources") return { list: owner.connections.map((connection) => toSource(owner, connection)).reverse() };
  const series = lists[name] ?? readings[name.replace(/\/readings$/, "")];
  if (!series) return undefined;
  const isLatest = name in readings;
  const list = listRecords(name.replace(/\/readings$/, ""), series, owner);
  return isLatest ? { single: list[0] ?? {} } : { list };
}

function listRecords(name: string, series: Series, owner: RecordOwner): DataRecord[] {
  return owner.connections
    .filter(({ kind }) => series.kinds.includes(kind))
    .flatMap((connection) =>
      Array.from({ length: series.count }, (_, index) => makeRecord(name, series, owner, connection, index)),
    )
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id));
}

const hourMs = 3_600_000;

function makeRecord(
  name: string,
  series: Series,
  { humanId }: RecordOwner,
  { id: source, connectedAt }: Connection,
  index: number,
): DataRecord {
  const draw = createDraw([humanId, source, name, index].join("/"));
  const anchor = Math.floor(Date.parse(connectedAt) / hourMs) * hourMs;
  const instant = anchor - index * series.stepHours * hourMs;
  // A source reports a reading a little later, and sometimes corrects it.
  const createdAt = instant + draw.whole(1, 900) * 1000;
  const updatedAt = draw.whole(1, 10) === 1 ? createdAt + draw.whole(1, 60) * 60_000 : createdAt;
  return {
    id: draw.id(),
    humanId,
    ...series.describe(draw, instant),
    source,
    sourceData: {},
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

function toSource({ humanId }: RecordOwner, { id, name, kind, connectedAt }: Connection): DataRecord {
  const recordId = createDraw([humanId, id, "sources"].join("/")).id();
  const common = { sourceData: {}, createdAt: connectedAt, updatedAt: connectedAt };
  return { id: recordId, humanId, source: id, sourceName: name, type: kind, ...common };
}

function toProfile(owner: RecordOwner): Record<string, unknown> {
  const { humanId, connections } = owner;
  const since = connections[0]?.connectedAt;
  return { id: createDraw(`${humanId}/profile`).id(), humanId, createdAt: since, updatedAt: since };
}

function summarize(owner: RecordOwner): Record<string, unknown> {
  const latest = Object.entries(readings).map(([name, series]) => [name, listRecords(name, series, owner)[0] ?? {}]);
  return { humanId: owner.humanId, ...Object.fromEntries(latest) };
}
