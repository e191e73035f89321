import type { ConnectEvent, Source } from "@human-connect/core";

/** What an event carries, on one line. */
export function describeEvent(event: ConnectEvent): string {
  switch (event.type) {
    case "open":
      return countSources(event.session.currentConnections);
    case "connect":
    case "disconnect":
      return `${event.source?.name ?? "a source"}, ${countSources(event.session.currentConnections)}`;
    case "close":
      return `${event.reason}, ${countSources(event.session.currentConnections)}`;
    case "error":
      return `${event.error.code}: ${event.error.message}`;
    default:
      return event satisfies never;
  }
}

function countSources({ length }: readonly Source[]): string {
  return length === 1 ? "1 connection" : `${length} connections`;
}
