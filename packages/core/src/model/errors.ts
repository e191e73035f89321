import { bare } from "../base/bare.js";

/** Every way in which a session can fail. The sentence after each is the usual cause. */
export type HumanConnectErrorCode =
  /** `getToken` threw or rejected, or the token endpoint could not be reached or answered with an error. */
  | "token-failed"
  /** No token came within `timeouts.tokenMs`. */
  | "token-timeout"
  /** What `getToken` returned, or the token endpoint answered, is no grant. */
  | "token-malformed"
  /** Connect says that it was opened without a token. */
  | "token-missing"
  /** Connect refused the token, and a fresh one as well. */
  | "token-invalid"
  /** Connect says that the token has expired, and so has a fresh one. */
  | "token-expired"
  /** The backend sent a client secret or a data token to the browser. */
  | "token-exposed"
  /** The vendor's code could not be fetched, could not run, or could not be kept apart from a page that has frozen its built-ins. */
  | "client-failed"
  /** The vendor's code took longer than `timeouts.clientMs`. */
  | "client-timeout"
  /** A policy of the page stopped the vendor's code: its Content-Security-Policy, Trusted Types, its Integrity-Policy, its isolation. */
  | "client-blocked"
  /** The vendor's code ran but offers no `open` function. */
  | "client-malformed"
  /** Another session is open on this page, or this one with other options. */
  | "widget-busy"
  /** A content security policy stopped the Connect page. */
  | "widget-blocked"
  /** Nobody answers where the Connect page should be, and the person has left. */
  | "widget-failed"
  /** The Connect page did not load within `timeouts.widgetMs`. */
  | "widget-timeout"
  /** The host page removed the Connect frame while it was open. */
  | "widget-removed"
  /** The browser has no network. */
  | "offline"
  /** An option has a value that Connect cannot be opened with. */
  | "invalid-option"
  /** There is no document: `open()` ran on a server. */
  | "no-dom";

/**
 * The only error that the kit produces. `message` is for developers: what happened and what to do. It never holds a token.
 */
export class HumanConnectError extends Error {
  override readonly name = "HumanConnectError";
  readonly code: HumanConnectErrorCode;
  /** One sentence for the person who clicked, in their language. */
  readonly userMessage: string;

  /**
   * @param code What failed.
   * @param message What happened and what to do about it, in English.
   * @param options.cause The error underneath, as it was caught.
   * @param options.userMessage The sentence for the person. Default `message`.
   */
  constructor(code: HumanConnectErrorCode, message: string, options: { cause?: unknown; userMessage?: string } = {}) {
    const own = bare(options);
    super(message, own);
    this.code = code;
    this.userMessage = own.userMessage ?? message;
  }
}
