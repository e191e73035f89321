import type { RequestedProvider } from "../../src/base/connect-api.js";

/** A source in the messages. */
export interface Source {
  id: string;
  name: string;
}

/** What happened since the page was opened, oldest first. A source can be in both lists. */
export interface History {
  connected: readonly Source[];
  disconnected: readonly Source[];
  requested: readonly RequestedProvider[];
}

/** The content of every message. */
export interface Report {
  history: History;
  connections: readonly Source[];
  requestedProviders: readonly RequestedProvider[];
}

/** Why the page closes: SUCCESS, or one of the token service's refusals. */
export type CloseStatus = "SUCCESS" | TokenStatus;
export type TokenStatus = "SESSION_TOKEN_INVALID" | "SESSION_TOKEN_EXPIRED" | "MISSING_SESSION_TOKEN";

export type MessageKind =
  | { name: "connect-source" }
  | { name: "disconnect-source" }
  | { name: "close"; status: CloseStatus };

/**
 * Builds a message for the host page (docs/vendor.md#messages, #payload).
 *
 * @param kind Which message, and for `close` its status.
 * @param report The content of the message; undefined before the session has loaded: the page does not know then what is connected.
 * @param scenario `v1-names` gives the 1.x payload, `abnormal-close` a close without results.
 */
export function buildMessage(
  kind: MessageKind,
  report: Report | undefined,
  scenario: string | null,
): Record<string, unknown> {
  const type = `hapi-connect-${kind.name}`;
  const status = statusOf(kind);
  if (!report) return { type, status };
  if (scenario === "v1-names") return { type, ...payloadV1(report) };
  if (scenario === "abnormal-close" && kind.name === "close") return { type, status };
  return { type, status, ...payloadV2(report) };
}

/** True for the refusals that end a session in the vendor's protocol. */
export function isTokenStatus(code: string): code is TokenStatus {
  return code === "SESSION_TOKEN_INVALID" || code === "SESSION_TOKEN_EXPIRED" || code === "MISSING_SESSION_TOKEN";
}

function statusOf(kind: MessageKind): string {
  switch (kind.name) {
    case "connect-source":
      return "CONNECTED_SOURCE";
    case "disconnect-source":
      return "DISCONNECTED_SOURCE";
    case "close":
      return kind.status;
    default:
      return kind satisfies never;
  }
}

function payloadV2({ history, connections, requestedProviders }: Report): Record<string, unknown> {
  return {
    sessionResults: {
      connectedSources: history.connected.map(toSource),
      disconnectedSources: history.disconnected.map(toSource),
      requestedSources: history.requested,
    },
    currentConnections: connections.map(toSource),
    requestedProviders,
  };
}

function payloadV1({ history, connections }: Report): Record<string, unknown> {
  return {
    sessionResults: { connected: history.connected.map(toSource), disconnected: history.disconnected.map(toSource) },
    connections: connections.map(toSource),
  };
}

/** The message contains only these two fields, whatever else the page knows about a connection. */
function toSource({ name, id }: Source): Source {
  return { name, id };
}
