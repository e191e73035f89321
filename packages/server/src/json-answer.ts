/** What a handler answers, before it is a response. */
export interface Answer {
  readonly status: number;
  /** Undefined for no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What went wrong, if anything. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** An answer that says what went wrong in words for a developer. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const error = { code, message };
  return { status, body: { error }, headers, error };
}

/** Headers of every answer: nobody keeps it, guesses at its type, or takes it for the one to another origin. */
const commonHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  vary: "origin, sec-fetch-site",
};

export function toResponse({ status, body, headers }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers: { ...commonHeaders, ...headers } });
  const type = { "content-type": "application/json; charset=utf-8" };
  return new Response(JSON.stringify(body), { status, headers: { ...commonHeaders, ...type, ...headers } });
}
