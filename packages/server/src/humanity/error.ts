import { toCause } from "../base/logged-error.js";

/** The code of every failed call of Humanity. */
export type HumanityErrorCode =
  | "client-refused"
  | "credentials-refused"
  | "token-refused"
  | "upstream-refused"
  | "upstream-failed"
  | "rate-limited"
  | "upstream-unreachable"
  | "upstream-timeout"
  | "upstream-malformed";

export interface HumanityErrorFacts {
  readonly sentence: string;
  readonly remedy: string;
  readonly retryable: boolean;
}

/** What each code means and what to do about it. */
export const humanityErrorCodes: Readonly<Record<HumanityErrorCode, HumanityErrorFacts>> = {
  "client-refused": {
    sentence: "Humanity refused the client id or the client secret.",
    remedy: "Check both in your application's settings at Humanity.",
    retryable: false,
  },
  "credentials-refused": {
    sentence: "Humanity refused the username or the password.",
    remedy: "Check both, and that the account has access to the API.",
    retryable: false,
  },
  "token-refused": {
    sentence: "Humanity refused the access token and also its replacement.",
    remedy: "Check that apiUrl and tokenUrl belong to the same environment, and check the account's permissions.",
    retryable: false,
  },
  "upstream-refused": {
    sentence: "Humanity refused to issue a token.",
    remedy: "See error.status.",
    retryable: false,
  },
  "upstream-failed": { sentence: "Humanity failed to answer.", remedy: "Try again later.", retryable: true },
  "rate-limited": {
    sentence: "Humanity limits the rate of requests.",
    remedy: "Try again after error.retryAfterSeconds.",
    retryable: true,
  },
  "upstream-unreachable": {
    sentence: "Humanity could not be reached.",
    remedy:
      "Check tokenUrl and apiUrl, DNS, and your firewall or proxy; error.cause holds the network error, if there is one.",
    retryable: true,
  },
  "upstream-timeout": {
    sentence: "Humanity did not answer in time.",
    remedy: "Try again later, or raise timeoutMs.",
    retryable: true,
  },
  "upstream-malformed": {
    sentence: "The response is not a valid response of Humanity.",
    remedy: "Check tokenUrl, and that no proxy or sign-in page answers in its place.",
    retryable: false,
  },
};

export interface HumanityErrorDetails {
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
}

/** The client of Humanity rejects with this error, unless the caller's own signal aborted the call. It holds no token, secret or body. */
export class HumanityError extends Error {
  override readonly name = "HumanityError";
  readonly code: HumanityErrorCode;
  /** HTTP status of the response; undefined without a response. */
  readonly status: number | undefined;
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
  /** The `Retry-After` of Humanity, in seconds; undefined if it sent none. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: HumanityErrorCode, { status, retryAfterSeconds, cause }: HumanityErrorDetails = {}) {
    const { sentence, remedy, retryable } = humanityErrorCodes[code];
    super(`${sentence} ${remedy}`, cause === undefined ? undefined : { cause: toCause(cause) });
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
