/** The reply of a handler, before it becomes a `Response`. */
export interface Reply {
  readonly status: number;
  /** Undefined without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The error that the reply reports, if any. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** An error reply whose message is for developers. */
export function errorReply(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const error = { code, message };
  return { status, body: { error }, headers, error };
}

/** Headers of every reply: no cache stores it, no browser sniffs its type, and caches keep replies to different origins apart. */
const commonHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  vary: "origin, sec-fetch-site",
};

const jsonHeaders = { ...commonHeaders, "content-type": "application/json; charset=utf-8" };

/** A reply as it is sent. */
export interface ReplyFields {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without a body. */
  readonly text: string;
}

export function toFields({ status, body, headers }: Reply): ReplyFields {
  const common = body === undefined ? commonHeaders : jsonHeaders;
  const text = body === undefined ? "" : JSON.stringify(body);
  return { status, headers: headers ? { ...common, ...headers } : common, text };
}

export function toResponse(reply: Reply): Response {
  const { status, headers, text } = toFields(reply);
  return new Response(reply.body === undefined ? null : text, { status, headers });
}
