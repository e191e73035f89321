/** The launch parameters of the page. */
export interface Launch {
  /** Session or id token; null if the URL has none. */
  token: string | null;
  segment: string | null;
  /** Ids or names of providers to show first. */
  pinned: readonly string[];
  /** The rest of the query, which the server reads itself. */
  passedOn: URLSearchParams;
}

const PASSED_ON = ["mode", "clientId", "preseed", "preseededSources", "pisId", "config", "scenario"];

/**
 * Reads the page's query, in the names of the vendor's client (docs/vendor.md#options).
 *
 * @param search The `search` part of the page's URL.
 */
export function readLaunch(search: string): Launch {
  const query = new URLSearchParams(search);
  const passedOn = new URLSearchParams();
  for (const name of PASSED_ON) {
    const value = query.get(name);
    if (value !== null) passedOn.set(name, value);
  }
  return {
    token: query.get("token") || null,
    segment: query.get("segment") || null,
    pinned: readList(query.get("pinnedProviders")),
    passedOn,
  };
}

function readList(value: string | null): string[] {
  return (value ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}
