import type { RequestedSource, Source } from "../model/session.js";

/** The results on a fake Connect page since it opened. */
export interface FakeHistory {
  /** @throws {Error} When the kit could not tell whether the source is connected. */
  connect: (source: Source) => void;
  /** @throws {Error} When the kit could not tell whether the source is connected. */
  disconnect: (source: Source) => void;
  request: (provider: Partial<RequestedSource>) => void;
  /** Creates a message in the vendor's format. @see docs/vendor.md#messages */
  describe: (type: string, status: string) => object;
}

/** Creates a history. @param requestedProviders All requests so far; new ones are appended. */
export function createFakeHistory(requestedProviders: Partial<RequestedSource>[]): FakeHistory {
  let connectedSources: readonly Source[] = [];
  let disconnectedSources: readonly Source[] = [];
  let requestedSources: readonly Partial<RequestedSource>[] = [];
  const check = (method: string, source: Source): void => {
    if (![connectedSources, disconnectedSources].every((list) => list.some(({ id }) => id === source.id))) return;
    throw new Error(
      `${method}(): "${source.name}" was connected and disconnected in this session already. Continue in the next session.`,
    );
  };
  return {
    connect(source) {
      check("connect", source);
      connectedSources = withNewest(connectedSources, source);
    },
    disconnect(source) {
      check("disconnect", source);
      disconnectedSources = withNewest(disconnectedSources, source);
    },
    request(provider) {
      requestedSources = [...requestedSources, { ...provider }];
      requestedProviders.push({ ...provider });
    },
    // Without the list of current connections, which Connect may omit: the fake does not know the initial connections.
    describe: (type, status) => ({
      type,
      status,
      sessionResults: { connectedSources, disconnectedSources, requestedSources },
      requestedProviders: [...requestedProviders],
    }),
  };
}

function withNewest(sources: readonly Source[], newest: Source): readonly Source[] {
  return [...sources.filter(({ id }) => id !== newest.id), newest];
}
