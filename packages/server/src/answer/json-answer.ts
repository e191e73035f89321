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

const jsonHeaders = { ...commonHeaders, "content-type": "application/json; charset=utf-8" };

/** An answer as it is sent. */
export interface AnswerFields {
  readonly status: number;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for no body. */
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
