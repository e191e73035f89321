import { useEffect, useState } from "preact/hooks";
import type { ProviderPage } from "../src/connect-api.js";
import type { ConnectApi } from "./api.js";
import { describeError, isRefusal } from "./page-core.js";

/** The last answer stays on screen while the next one is on its way. */
export interface ProviderSearch {
  answer: ProviderPage | null;
  isSearching: boolean;
  error: string | null;
}

const TYPING_PAUSE_MS = 150;

/**
 * Searches while the person types, and drops every answer that a later question has overtaken.
 *
 * @param attempt Another number asks the same question again.
 * @param onRefused Called when the token was refused.
 */
export function useProviders(
  api: ConnectApi,
  q: string,
  attempt: number,
  onRefused: (error: unknown) => void,
): ProviderSearch {
  const [search, setSearch] = useState<ProviderSearch>({ answer: null, isSearching: true, error: null });

  useEffect(() => {
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.providers(q, controller.signal);
        if (!controller.signal.aborted) setSearch({ answer, isSearching: false, error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (isRefusal(error)) onRefused(error);
        setSearch({ answer: null, isSearching: false, error: describeError(error).message });
      }
    };
    setSearch((previous) => ({ ...previous, isSearching: true }));
    const timer = setTimeout(() => void ask(), search.answer ? TYPING_PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, q, attempt]);

  return search;
}
