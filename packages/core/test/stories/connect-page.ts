/** What somebody does on the Connect page, as far as a model has to know: the truth that its messages tell. */
export interface ConnectPage {
  /** Everything that is connected, by id. It outlives sessions. */
  readonly current: string[];
  /** What happened since the widget was opened last. */
  readonly connected: string[];
  readonly disconnected: string[];
  /** The widget is opened anew. */
  reopen(): void;
  connect(id: string): void;
  disconnect(id: string): void;
  /** A message of the page, in the names of client 2.x or 1.x. */
  tell(type: "connect-source" | "disconnect-source" | "close", status: string, age?: "1.x" | "2.x"): object;
}

export function createConnectPage(): ConnectPage {
  const page = {
    current: [] as string[],
    connected: [] as string[],
    disconnected: [] as string[],
    reopen() {
      page.connected = [];
      page.disconnected = [];
    },
    connect(id: string) {
      if (!page.current.includes(id)) page.current.push(id);
      if (!page.connected.includes(id)) page.connected.push(id);
    },
    disconnect(id: string) {
      page.current = page.current.filter((one) => one !== id);
      if (!page.disconnected.includes(id)) page.disconnected.push(id);
    },
    tell(type: string, status: string, age = "2.x") {
      const [current, connected, disconnected] = [page.current, page.connected, page.disconnected].map(toSources);
      const lists =
        age === "2.x"
          ? {
              sessionResults: { connectedSources: connected, disconnectedSources: disconnected, requestedSources: [] },
              currentConnections: current,
            }
          : { sessionResults: { connected, disconnected }, connections: current };
      return { type: `hapi-connect-${type}`, status, ...lists };
    },
  };
  return page;
}

const toSources = (ids: readonly string[]): object[] => ids.map((id) => ({ id, name: id.toUpperCase() }));
