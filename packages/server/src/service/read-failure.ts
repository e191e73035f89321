import { findErrorCode, type HumanApiErrorCode } from "../base/error-codes.js";
import { HumanApiError } from "../base/human-api-error.js";

/** A parsed response of Human API. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON body; its text if it is not JSON. */
  readonly body: unknown;
  /** When the request was sent, in milliseconds since 1970 by the local clock. */
  readonly sentAt: number;
}

/** The fields in which services of Human API are known to send a code: the token service documents the codes, but no error body. */
const codeFields = ["errorCode", "code", "error", "statusCode", "message"] as const;

/**
 * Converts a failed response to an error.
 *
 * @param retryAfterSeconds Value of its `Retry-After` header.
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

/** Whether a retry can help: never after a refusal, which would only be repeated. */
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
  // Some services of Human API nest the error once more.
  const { error } = fields;
  return typeof error === "object" && error !== null ? readCode(error) : undefined;
}

function toCode(status: number): HumanApiErrorCode {
  if (status === 429) return "rate-limited";
  if (status >= 500) return "upstream-failed";
  return status >= 400 ? "upstream-refused" : "upstream-malformed";
}

/** Accepts only a plausible id, because it is logged. */
function readRequestId({ headers, body }: ServiceAnswer): string | undefined {
  const id = asRecord(body)["x-humanapi-request-id"] ?? headers.get("x-humanapi-request-id");
  return typeof id === "string" && /^[\w-]{1,80}$/.test(id) ? id : undefined;
}
