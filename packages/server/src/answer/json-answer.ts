/** The answer of a handler, before it becomes a `Response`. */
export interface Answer {
  readonly status: number;
  /** Undefined without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The error that the answer reports, if any. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** An error answer whose message is for developers. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const error = { code, message };
  return { status, body: { error }, headers, error };
}

/** Headers of every answer: no cache stores it, no browser sniffs its type, and caches keep answers to different origins apart. */
const commonHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  vary: "origin, sec-fetch-site",
};

const jsonHeaders = { ...commonHeaders, "content-type": "application/json; charset=utf-8" };

/** An answer as it is sent. */
export interface AnswerFields {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without a body. */
  readonly text: string;
}

export function toFields({ status, body, headers }: Answer): AnswerFields {
  const common = body === undefined ? commonHeaders : jsonHeaders;
  const text = body === undefined ? "" : JSON.stringify(body);
  return { status, headers: headers ? { ...common, ...headers } : common, text };
}

export function toResponse(answer: Answer): Response {
  const { status, headers, text } = toFields(answer);
  return new Response(answer.body === undefined ? null : text, { status, headers });
}
