import type { HumanConnectError } from "../model/errors.js";
import type { LabelOptions } from "../words/labels.js";
import type { TrustedMessage } from "./read-message.js";
import type { Source } from "../model/session.js";
import type { WidgetTarget } from "../vendor-options.js";
import type { WidgetOptions } from "../model/widget-options.js";

/** The protocol of one generation of the vendor's client and its page. See docs/decisions/0008-legacy-and-hosted.md. */
export interface Dialect {
  /** The default Connect page. */
  readonly baseUrl: string;
  /** Reads what `getToken` has returned. @throws {HumanConnectError} `token-malformed`, `token-exposed`. */
  readGrant(grant: unknown): { readonly value: string; readonly expiresInMs: number };
  /** Creates the options of the vendor's `open()`. @throws {HumanConnectError} `invalid-option`. */
  toVendorOptions(options: WidgetOptions & LabelOptions, target: WidgetTarget, token: string): Record<string, unknown>;
  /** Interprets a message of the frame: an event, a failure, or nothing. */
  readMessage(data: unknown): TrustedMessage | HumanConnectError | undefined;
  /** Whether the page posts no message until the user has finished: reloading it would lose unreported results. */
  readonly isSilent?: boolean;
  /** A message that lets the vendor's own handler clean up. Undefined if the vendor needs none. */
  readonly closeMessage?: object;
  /** Handles other requests of the page while it is open. */
  onFrame?(frame: HTMLIFrameElement, surroundings: Surroundings): void;
  /**
   * Returns a closing message of an earlier session that was not concluded. It replaces opening the widget.
   *
   * @param user The current user: what sessions of another user have left is discarded.
   */
  takePendingClose?(user: string | undefined): TrustedMessage | undefined;
  /**
   * Concludes a closing message when the frame has been removed.
   *
   * @returns The resulting messages, in order; undefined if there is nothing to do.
   */
  afterClose?(closing: TrustedMessage, session: ClosedSession): Promise<readonly TrustedMessage[]> | undefined;
}

/** A session whose frame has been removed. */
export interface ClosedSession {
  /** The connections before the session. */
  readonly known: readonly Source[];
  readonly timeoutMs: number;
  /** The user of the session; undefined for an anonymous user. */
  readonly user: string | undefined;
}

/** The environment of a frame. */
export interface Surroundings {
  readonly target: WidgetTarget;
  /** Inserts another node next to the frame. */
  readonly place: (node: HTMLElement) => void;
  /** Aborted when the frame is removed. */
  readonly signal: AbortSignal;
}
