import { toCause } from "../base/logged-error.js";

/** Every way in which Humanity fails. */
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
  readonly mend: string;
  readonly retryable: boolean;
}

/** What each code means and what to do about it. */
export const humanityErrorCodes: Readonly<Record<HumanityErrorCode, HumanityErrorFacts>> = {
  "client-refused": {
    sentence: "Humanity refused the client id or the client secret.",
    mend: "Check both in the settings of your application at Humanity.",
    retryable: false,
  },
  "credentials-refused": {
    sentence: "Humanity refused the username or the password.",
    mend: "Check both, and that the account may use the API.",
    retryable: false,
  },
  "token-refused": {
    sentence: "Humanity refused the access token, and a new one as well.",
    mend: "Check that apiUrl and tokenUrl belong to the same environment, and what the account may do.",
    retryable: false,
  },
  "upstream-refused": {
    sentence: "Humanity refused to give a token.",
    mend: "The status says why.",
    retryable: false,
  },
  "upstream-failed": { sentence: "Humanity failed to answer.", mend: "Try again later.", retryable: true },
  "rate-limited": {
    sentence: "Humanity asks for fewer requests.",
    mend: "Try again after error.retryAfterSeconds.",
    retryable: true,
  },
  "upstream-unreachable": {
    sentence: "Humanity could not be reached.",
    mend: "Check tokenUrl, DNS, and what your firewall lets out; error.cause says what the network said.",
    retryable: true,
  },
  "upstream-timeout": {
    sentence: "Humanity did not answer in time.",
    mend: "Try again later, or raise timeoutMs.",
    retryable: true,
  },
  "upstream-malformed": {
    sentence: "The answer is not one of Humanity's.",
    mend: "Check tokenUrl, and that no proxy or sign-in page stands in between.",
    retryable: false,
  },
};

export interface HumanityErrorDetails {
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
}

/** What the client of Humanity fails with, unless the caller's own signal ended it. It never holds a token, a secret or a body. */
export class HumanityError extends Error {
  override readonly name = "HumanityError";
  readonly code: HumanityErrorCode;
  /** HTTP status of the answer; undefined when there was none. */
  readonly status: number | undefined;
  /** Whether the same call may succeed later without anybody mending anything. */
  readonly retryable: boolean;
  /** How long Humanity asked to be left alone, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: HumanityErrorCode, { status, retryAfterSeconds, cause }: HumanityErrorDetails = {}) {
    const { sentence, mend, retryable } = humanityErrorCodes[code];
    super(`${sentence} ${mend}`, cause === undefined ? undefined : { cause: toCause(cause) });
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
