import type { Source } from "@human-connect/core";

/** The patient app's own server, as its front end calls it. */
export interface Backend {
  tokenUrl: string;
  saveConnections: (connections: readonly Source[]) => void;
  startOver: () => Promise<void>;
}

/** @param scenario Makes the server act for the person who has this scenario. */
export function createBackend(scenario: string): Backend {
  const query = scenario && `?${new URLSearchParams({ scenario })}`;
  return {
    tokenUrl: `/api/human-connect/token${query}`,
    saveConnections(connections) {
      // Finishes even when the person leaves the page at once.
      void fetch(`/api/human-connect/connections${query}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(connections),
        keepalive: true,
      });
    },
    async startOver() {
      await fetch("/api/start-over", { method: "POST" });
    },
  };
}
