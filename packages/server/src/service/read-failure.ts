import { findErrorCode, type HumanApiErrorCode } from "../base/error-codes.js";
import { HumanApiError } from "../base/human-api-error.js";

/** An answer of Human API, read. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON; its text when it is none. */
  readonly body: unknown;
  /** When the request was sent, in milliseconds since 1970 by our clock. */
  readonly sentAt: number;
}

/** Where the services of Human API are known to put a code: the token service documents the codes, but no error body. */
const codeFields = ["errorCode", "code", "error", "statusCode", "message"] as const;

/**
 * What an answer that is not what was asked for means.
 *
 * @param retryAfterSeconds What its header asks for.
 * @see docs/vendor.md#token-service
 */
export function readFailure(answer: ServiceAnswer, retryAfterSeconds: number | undefined): HumanApiError {
  const { status, body } = answer;
  const code = readCode(body) ?? toCode(status);
  return new HumanApiError(code, {
    ...(code === "upstream-refused" || code === "upstream-failed"
      ? { summary: `Human API answered HTTP ${status}.` }
      : undefined),
    status,
    retryable: isRetryable(status),
    retryAfterSeconds,
    requestId: readRequestId(answer),
    body,
  });
}

/** Whether trying again can help: never after a refusal, which would only be repeated. */
export const isRetryable = (status: number): boolean => status === 429 || status >= 500;

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function readCode(body: unknown): HumanApiErrorCode | undefined {
  const fields = asRecord(body);
  for (const name of codeFields) {
    const value = fields[name];
    const code = typeof value === "string" ? findErrorCode(value) : undefined;
    if (code) return code;
  }
  // Some services of Human API wrap what they say once more.
  const { error } = fields;
  return typeof error === "object" && error !== null ? readCode(error) : undefined;
}

function toCode(status: number): HumanApiErrorCode {
  if (status === 429) return "rate-limited";
  if (status >= 500) return "upstream-failed";
  return status >= 400 ? "upstream-refused" : "upstream-malformed";
}

/** Only what looks like an id: it stands in logs. */
function readRequestId({ headers, body }: ServiceAnswer): string | undefined {
  const id = asRecord(body)["x-humanapi-request-id"] ?? headers.get("x-humanapi-request-id");
  return typeof id === "string" && /^[\w-]{1,80}$/.test(id) ? id : undefined;
}
