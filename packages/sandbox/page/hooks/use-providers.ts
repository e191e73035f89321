import { useEffect, useRef, useState } from "preact/hooks";
import type { ProviderPage } from "../../src/base/connect-api.js";
import type { ConnectApi } from "../host/api.js";
import { describeError, isRefusal } from "../state/page-core.js";
import { type Query, toQ } from "../host/query.js";

/** A search. The previous response stays on the screen while the next one is loading. */
export interface ProviderSearch {
  answer: ProviderPage | null;
  /** The query of the response. */
  question: Query;
  isSearching: boolean;
  error: string | null;
}

const TYPING_PAUSE_MS = 150;

/**
 * Searches while the user types, and drops responses to outdated queries.
 *
 * @param query The same object until the user changes the query.
 * @param attempt Another number repeats the same query.
 * @param onRefused Called when the token was refused.
 */
export function useProviders(
  api: ConnectApi,
  query: Query,
  attempt: number,
  onRefused: (error: unknown) => void,
): ProviderSearch {
  const [search, setSearch] = useState<ProviderSearch>({
    answer: null,
    question: query,
    isSearching: true,
    error: null,
  });
  const isFirst = useRef(true);

  useEffect(() => {
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.providers(toQ(query), controller.signal);
        if (!controller.signal.aborted) setSearch({ answer, question: query, isSearching: false, error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (isRefusal(error)) onRefused(error);
        setSearch({ answer: null, question: query, isSearching: false, error: describeError(error).message });
      }
    };
    setSearch((previous) => ({ ...previous, isSearching: true }));
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : TYPING_PAUSE_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, query, attempt, onRefused]);

  return search;
}
