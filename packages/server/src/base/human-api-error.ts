import { errorCodes, type HumanApiErrorCode } from "./error-codes.js";
import { toCause } from "./logged-error.js";
import { redact, redactJson } from "./redact.js";

export interface HumanApiErrorDetails {
  /** What happened, before the mend. Default: the sentence of the code. */
  summary?: string;
  /** HTTP status of the service's answer. */
  status?: number | undefined;
  /** Default: that of the code. */
  retryable?: boolean;
  /** How long the service asked to be left alone. */
  retryAfterSeconds?: number | undefined;
  /** The id under which the service's support finds the request. */
  requestId?: string | undefined;
  /** What the service sent with its refusal. What looks like a secret in it is taken out. */
  body?: unknown;
  /** What stood behind it. Its words are kept, without what looks like a secret, and nothing else of it. */
  cause?: unknown;
}

/**
 * What every method of {@link HumanApi} fails with, unless the caller's own signal ended it. `message` is for developers: what
 * happened and what to do. Nothing in it, and nothing that can be enumerated, comes from a body, a token or a secret.
 */
export class HumanApiError extends Error {
  override readonly name = "HumanApiError";
  readonly code: HumanApiErrorCode;
  /** HTTP status of the service's answer; undefined when there was none. */
  readonly status: number | undefined;
  /** Whether the same call may succeed later without anybody mending anything. */
  readonly retryable: boolean;
  /** How long the service asked to be left alone, in seconds. */
  readonly retryAfterSeconds: number | undefined;
  /** The service's id of the request, to name when asking its support. */
  readonly requestId: string | undefined;
  readonly #body: unknown;

  constructor(code: HumanApiErrorCode, details: HumanApiErrorDetails = {}) {
    const { sentence, mend, retryable } = errorCodes[code];
    const summary = details.summary === undefined ? sentence : redact(details.summary);
    super(`${summary} ${mend}`, details.cause === undefined ? undefined : { cause: toCause(details.cause) });
    this.code = code;
    this.status = details.status;
    this.retryable = details.retryable ?? retryable;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.requestId = details.requestId;
    this.#body = redactJson(details.body);
  }

  /**
   * What the service sent with its refusal, to look at while developing, without what looks like a secret. Private, so that no
   * logger writes it down.
   */
  get body(): unknown {
    return this.#body;
  }
}
