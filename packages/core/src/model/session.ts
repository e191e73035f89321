/** A pharmacy, clinic, wearable … that a user has connected. */
export interface Source {
  /** The vendor's id, 24 hexadecimal digits in practice. Never empty. */
  readonly id: string;
  readonly name: string;
}

/** A provider that a user requested because Connect does not offer it yet. A missing text is `""`. */
export interface RequestedSource {
  readonly address: string;
  readonly healthSystem: string;
  readonly physician: string;
  readonly website: string;
  /** Degrees, WGS 84. */
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/** The results of a session and the current connections. Frozen; every array is present; sources are unique by id. */
export interface ConnectSession {
  /** What happened since the widget opened. */
  readonly sessionResults: {
    readonly connectedSources: readonly Source[];
    readonly disconnectedSources: readonly Source[];
    readonly requestedSources: readonly RequestedSource[];
  };
  /** Everything this user has connected with this application. */
  readonly currentConnections: readonly Source[];
  /** Everything this user has ever requested. */
  readonly requestedProviders: readonly RequestedSource[];
}

/**
 * Normalizes a raw payload of any vendor version into a session: fields of 2.x and of 1.x (`connected`, `disconnected`, `connections`)
 * are read, unknown ones ignored, missing ones become empty.
 *
 * @param raw Any value.
 * @returns A frozen session, or `undefined` when `raw` is not an object. Never throws for a JSON value.
 * @see docs/vendor.md#payload
 */
export function normalizeSession(raw: unknown): ConnectSession | undefined {
  return readSession(raw, emptySession());
}

/** Creates a session without results. */
export function emptySession(currentConnections: readonly Source[] = []): ConnectSession {
  return createSession([], [], [], Object.freeze([...currentConnections]), []);
}

/** Like {@link normalizeSession}, but fields that the payload omits keep their value of `before`. */
export function readSession(raw: unknown, before: ConnectSession): ConnectSession | undefined {
  if (!isRecord(raw)) return undefined;
  const was = before.sessionResults;
  const given = readOwn(raw, "sessionResults");
  const results = isRecord(given) ? given : raw;
  const connectedSources = readSources(results, "connectedSources", "connected") ?? was.connectedSources;
  const disconnectedSources = readSources(results, "disconnectedSources", "disconnected") ?? was.disconnectedSources;
  return createSession(
    connectedSources,
    disconnectedSources,
    readRequests(results, "requestedSources") ?? was.requestedSources,
    readSources(raw, "currentConnections", "connections") ??
      deriveCurrent(before, connectedSources, disconnectedSources),
    readRequests(raw, "requestedProviders") ?? before.requestedProviders,
  );
}

/** Merges the results of an earlier session into the next one, for a widget that was opened again in between. */
export function joinSessions({ sessionResults: first }: ConnectSession, then: ConnectSession): ConnectSession {
  const { connectedSources, disconnectedSources, requestedSources } = then.sessionResults;
  return createSession(
    unique([...first.connectedSources, ...connectedSources]),
    unique([...first.disconnectedSources, ...disconnectedSources]),
    [...first.requestedSources, ...requestedSources],
    then.currentConnections,
    then.requestedProviders,
  );
}

/** The sources of `now` that are not in `before`. */
export function newSources(now: readonly Source[], before: readonly Source[]): Source[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

// A payload without a list of connections still reports what has changed since the previous payload.
function deriveCurrent(
  before: ConnectSession,
  connected: readonly Source[],
  disconnected: readonly Source[],
): readonly Source[] {
  const added = newSources(connected, before.sessionResults.connectedSources);
  const removed = newSources(disconnected, before.sessionResults.disconnectedSources);
  return unique(newSources([...before.currentConnections, ...added], removed));
}

function createSession(
  connectedSources: readonly Source[],
  disconnectedSources: readonly Source[],
  requestedSources: readonly RequestedSource[],
  currentConnections: readonly Source[],
  requestedProviders: readonly RequestedSource[],
): ConnectSession {
  const { freeze } = Object;
  return freeze({
    sessionResults: freeze({
      connectedSources: freeze(connectedSources),
      disconnectedSources: freeze(disconnectedSources),
      requestedSources: freeze(requestedSources),
    }),
    currentConnections: freeze(currentConnections),
    requestedProviders: freeze(requestedProviders),
  });
}

/** Unique by id: the place of the first one, the content of the last. One pass, because a payload may hold thousands. */
function readSources(from: Record<string, unknown>, ...names: [string, string]): Source[] | undefined {
  const list = findList(from, names);
  if (!list) return undefined;
  const sources = new Map<string, Source>();
  for (const item of list) {
    const source = isRecord(item) && readSource(item);
    if (source) sources.set(source.id, source);
  }
  return [...sources.values()];
}

function readRequests(from: Record<string, unknown>, name: string): RequestedSource[] | undefined {
  return findList(from, [name])?.filter(isRecord).map(readRequested);
}

function findList(from: Record<string, unknown>, names: string[]): unknown[] | undefined {
  return names.map((name) => readOwn(from, name)).find(Array.isArray);
}

function readSource(item: Record<string, unknown>): Source | undefined {
  const name = readText(readOwn(item, "name"));
  // An entry without an id is still a connection; its name serves as its key.
  const id = readText(readOwn(item, "id")) || name;
  return id ? Object.freeze({ id, name: name || id }) : undefined;
}

function readRequested(item: Record<string, unknown>): RequestedSource {
  const location = readOwn(item, "location");
  const at = isRecord(location) ? location : {};
  const latitude = readOwn(at, "latitude");
  const longitude = readOwn(at, "longitude");
  return Object.freeze({
    address: readText(readOwn(item, "address")),
    healthSystem: readText(readOwn(item, "healthSystem")),
    physician: readText(readOwn(item, "physician")),
    website: readText(readOwn(item, "website")),
    ...(Number.isFinite(latitude) && Number.isFinite(longitude)
      ? { location: Object.freeze({ latitude: latitude as number, longitude: longitude as number }) }
      : {}),
  });
}

function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function readText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** Ignores properties that other scripts have added to `Object.prototype`. */
function readOwn(from: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
