import { errorCodes, type HumanApiErrorCode } from "./error-codes.js";
import { toCause } from "./logged-error.js";
import { redact, redactJson } from "./redact.js";

export interface HumanApiErrorDetails {
  /** What happened. The message continues with what to do. Default: the sentence of the code. */
  summary?: string;
  /** HTTP status of the service's response. */
  status?: number | undefined;
  /** Default: the value of the code. */
  retryable?: boolean;
  /** The `Retry-After` of the service, in seconds. */
  retryAfterSeconds?: number | undefined;
  /** The service's id of the request, for its support. */
  requestId?: string | undefined;
  /** The body of the service's response. Values that look like secrets are removed. */
  body?: unknown;
  /** The underlying error. Only its name, message and code are kept, without what looks like a secret. */
  cause?: unknown;
}

/**
 * The error that every method of {@link HumanApi} rejects with, unless the caller's own signal aborted the call. `message` is for
 * developers: what happened and what to do. Neither it nor any enumerable property contains a body, a token or a secret.
 */
export class HumanApiError extends Error {
  override readonly name = "HumanApiError";
  readonly code: HumanApiErrorCode;
  /** HTTP status of the service's response; undefined without a response. */
  readonly status: number | undefined;
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
  /** The `Retry-After` of the service, in seconds; undefined if it sent none. */
  readonly retryAfterSeconds: number | undefined;
  /** The service's id of the request, to quote to its support. */
  readonly requestId: string | undefined;
  readonly #body: unknown;

  constructor(code: HumanApiErrorCode, details: HumanApiErrorDetails = {}) {
    const { sentence, remedy, retryable } = errorCodes[code];
    const summary = details.summary === undefined ? sentence : redact(details.summary);
    super(`${summary} ${remedy}`, details.cause === undefined ? undefined : { cause: toCause(details.cause) });
    this.code = code;
    this.status = details.status;
    this.retryable = details.retryable ?? retryable;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.requestId = details.requestId;
    this.#body = redactJson(details.body);
  }

  /**
   * The body of the service's response, for debugging, without what looks like a secret. It is not enumerable, so loggers do not
   * print it.
   */
  get body(): unknown {
    return this.#body;
  }
}
