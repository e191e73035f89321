import type { HumanConnectOptions, Source, TokenGrant } from "@human-connect/core";

/** The patient app's own server, as its front end calls it. */
export interface Backend {
  getToken: HumanConnectOptions["getToken"];
  saveConnections: (connections: readonly Source[]) => void;
  startOver: () => Promise<void>;
}

/** @param scenario Makes the server act for the person who has this scenario. */
export function createBackend(scenario: string): Backend {
  const query = scenario && `?${new URLSearchParams({ scenario })}`;
  return {
    async getToken({ signal, reason }) {
      // Why a token is asked for, so that the server does not give the one that Connect has refused.
      const parameters = new URLSearchParams({ reason, ...(scenario && { scenario }) });
      const response = await fetch(`/api/human-connect/token?${parameters}`, { method: "POST", signal });
      if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
      return (await response.json()) as TokenGrant;
    },
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
