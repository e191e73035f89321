import { bare } from "../base/bare.js";

/** The ways in which a session can fail. The comment of each code states the usual cause. */
export type HumanConnectErrorCode =
  /** `getToken` threw or rejected, or the token endpoint could not be reached or answered with an error. */
  | "token-failed"
  /** No token came within `timeouts.tokenMs`. */
  | "token-timeout"
  /** What `getToken` or the token endpoint returned is not a grant. */
  | "token-malformed"
  /** Connect reports that it was opened without a token. */
  | "token-missing"
  /** Connect refused the token, and a new one as well. */
  | "token-invalid"
  /** Connect reports that the token has expired, and so has a new one. */
  | "token-expired"
  /** The backend sent a client secret or a data token to the browser. */
  | "token-exposed"
  /** The vendor's code could not be fetched, could not run, or could not be isolated from a page that has frozen its built-ins. */
  | "client-failed"
  /** The vendor's code took longer than `timeouts.clientMs`. */
  | "client-timeout"
  /** A policy of the page blocked the vendor's code: its Content-Security-Policy, Trusted Types, its Integrity-Policy, its isolation. */
  | "client-blocked"
  /** The vendor's code ran but offers no `open` function. */
  | "client-malformed"
  /** Another session is open on this page, or this one with other options. */
  | "widget-busy"
  /** A Content Security Policy blocked the Connect page. */
  | "widget-blocked"
  /** The Connect page could not be reached, and the user has cancelled. */
  | "widget-failed"
  /** The Connect page did not load within `timeouts.widgetMs`. */
  | "widget-timeout"
  /** The host page removed the Connect frame while it was open. */
  | "widget-removed"
  /** The browser has no network. */
  | "offline"
  /** An option has a value that Connect cannot be opened with. */
  | "invalid-option"
  /** No document exists: `open()` ran on a server. */
  | "no-dom";

/** The only error that the kit throws. `message` is for developers: what happened and what to do. It never contains a token. */
export class HumanConnectError extends Error {
  override readonly name = "HumanConnectError";
  readonly code: HumanConnectErrorCode;
  /** One sentence for the user, in the user's language. */
  readonly userMessage: string;

  /**
   * @param code What failed.
   * @param message What happened and what to do about it, in English.
   * @param options.cause The underlying error, unchanged.
   * @param options.userMessage The sentence for the user. Default `message`.
   */
  constructor(
    code: HumanConnectErrorCode,
    message: string,
    options: { cause?: unknown; userMessage?: string | undefined } = {},
  ) {
    const own = bare(options);
    super(message, own);
    this.code = code;
    this.userMessage = own.userMessage ?? message;
  }
}
