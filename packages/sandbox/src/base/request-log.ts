/** One request, without anything that may be a secret. */
export interface LoggedRequest {
  method: string;
  pathname: string;
  /** Names of the query parameters in order, never their values: one of them is the launch token. */
  queryNames: readonly string[];
  /** The `referer` header, or null when none was sent. */
  referer: string | null;
  /** The `sec-fetch-dest` header, such as `iframe` or `script`; null outside browsers. */
  secFetchDest: string | null;
}

export interface RequestLog {
  add(request: Request): void;
  /** A copy, oldest first. */
  list(): readonly LoggedRequest[];
  clear(): void;
}

/** Keeps the latest requests. */
export function createRequestLog(limit = 1000): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(request) {
      entries.push(describe(request));
      if (entries.length > limit) entries.shift();
    },
    list: () => [...entries],
    clear() {
      entries = [];
    },
  };
}

function describe(request: Request): LoggedRequest {
  const url = new URL(request.url);
  return {
    method: request.method,
    pathname: url.pathname,
    queryNames: [...new Set(url.searchParams.keys())],
    referer: request.headers.get("referer"),
    secFetchDest: request.headers.get("sec-fetch-dest"),
  };
}
