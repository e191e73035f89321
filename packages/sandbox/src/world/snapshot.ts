import type { Connection, RequestedProvider } from "../base/connect-api.js";
import { parseRequestedProvider } from "./requested-provider.js";
import type { Snapshot, TokenKind, TokenRecord, User } from "./state.js";

const tokenKinds: readonly TokenKind[] = ["session", "id", "access"];
type Fields = Record<string, unknown>;

/**
 * Validates every field of a data file, because a partly invalid state would fail much later.
 *
 * @throws {Error} naming the invalid part.
 */
export function parseSnapshot(content: Fields): Snapshot {
  const users = list(content["users"], "users").map(parseUser);
  const tokens = list(content["tokens"], "tokens").map(parseToken);
  const known = new Set(users.map((user) => user.humanId));
  if (!tokens.every((token) => known.has(token.humanId))) throw new Error("one of its tokens belongs to no user");
  return { users, tokens };
}

function parseUser(item: unknown): User {
  const fields = record(item, "users");
  return {
    humanId: text(fields, "humanId"),
    clientId: text(fields, "clientId"),
    clientUserId: text(fields, "clientUserId"),
    connections: list(fields["connections"], "connections").map(parseConnection),
    requestedProviders: list(fields["requestedProviders"], "requestedProviders").map(parseRequest),
    hasEverConnected: flag(fields, "hasEverConnected"),
    isDeleted: flag(fields, "isDeleted"),
    launchTokenCount: amount(fields, "launchTokenCount"),
    // Files of older sandboxes lack this field.
    connectCount: "connectCount" in fields ? amount(fields, "connectCount") : 0,
  };
}

function parseConnection(item: unknown): Connection {
  const fields = record(item, "connections");
  return {
    id: text(fields, "id"),
    name: text(fields, "name"),
    // An unknown kind comes from a newer provider list; the page accepts it.
    kind: text(fields, "kind") as Connection["kind"],
    connectedAt: text(fields, "connectedAt"),
  };
}

function parseRequest(item: unknown): RequestedProvider {
  try {
    return parseRequestedProvider(item);
  } catch {
    throw wrong("requestedProviders");
  }
}

function parseToken(item: unknown): TokenRecord & { digest: string } {
  const fields = record(item, "tokens");
  const kind = tokenKinds.find((known) => known === fields["kind"]);
  if (!kind) throw wrong("kind");
  return {
    digest: text(fields, "digest"),
    kind,
    humanId: text(fields, "humanId"),
    launchNumber: amount(fields, "launchNumber"),
    expiresAt: amount(fields, "expiresAt"),
  };
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(name);
}

function record(value: unknown, name: string): Fields {
  if (typeof value === "object" && value !== null) return value as Fields;
  throw wrong(name);
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  throw wrong(name);
}

function flag(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value === "boolean") return value;
  throw wrong(name);
}

function amount(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === "number") return value;
  throw wrong(name);
}

const wrong = (name: string): Error => new Error(`its "${name}" is missing or invalid`);
