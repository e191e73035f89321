import type { HumanConnectError } from "../model/errors.js";
import type { LabelOptions } from "../words/labels.js";
import type { TrustedMessage } from "./read-message.js";
import type { Source } from "../model/session.js";
import type { WidgetTarget } from "../vendor-options.js";
import type { WidgetOptions } from "../model/widget-options.js";

/** How one generation of the vendor's client and its page are spoken to. See docs/decisions/0008-legacy-and-hosted.md. */
export interface Dialect {
  /** The Connect page when nobody names another. */
  readonly baseUrl: string;
  /** Reads what `getToken` has returned. @throws {HumanConnectError} `token-malformed`, `token-exposed`. */
  readGrant(grant: unknown): { readonly value: string; readonly expiresInMs: number };
  /** A fresh object for the vendor's `open()`. @throws {HumanConnectError} `invalid-option`. */
  toVendorOptions(options: WidgetOptions & LabelOptions, target: WidgetTarget, token: string): Record<string, unknown>;
  /** What a message of the frame means: an event, a failure, or nothing. */
  readMessage(data: unknown): TrustedMessage | HumanConnectError | undefined;
  /** The page says nothing before it is done: to load it anew would lose what nobody has heard of. */
  readonly staysSilent?: boolean;
  /** Tells the vendor's own message handler to clean up. Nothing when it has no need to know. */
  readonly farewell?: object;
  /** Serves what else the page may ask for while it is open. */
  attend?(frame: HTMLIFrameElement, surroundings: Surroundings): void;
  /**
   * A closing message of an earlier session that was not seen through. It stands in for opening the widget.
   *
   * @param user Whose: a message of somebody else is dropped.
   */
  takeUnfinished?(user: string | undefined): TrustedMessage | undefined;
  /**
   * Sees a closing message through when the frame is gone.
   *
   * @returns What it brought, in order; nothing when there is nothing to do.
   */
  conclude?(closing: TrustedMessage, session: ClosedSession): Promise<readonly TrustedMessage[]> | undefined;
}

/** A session whose frame is gone. */
export interface ClosedSession {
  /** What was connected before. */
  readonly known: readonly Source[];
  readonly timeoutMs: number;
  /** Whose it is; undefined when the host names nobody. */
  readonly user: string | undefined;
}

/** Where a frame stands. */
export interface Surroundings {
  readonly target: WidgetTarget;
  /** Puts another node where the frame is. */
  readonly place: (node: HTMLElement) => void;
  /** Aborted when the frame goes. */
  readonly signal: AbortSignal;
}
