import type { Dialect } from "../vendor/dialect.js";
import type { HumanConnectError } from "../model/errors.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { Timeline } from "../base/timeline.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import type { WidgetTarget } from "../vendor-options.js";
import type { SessionLabels } from "../words/widget-labels.js";

/** Shows the widget and follows it to its end. The kit's own: `stage.ts` and `show-widget.ts`. */
export interface Surface {
  /** Adds nothing to the page before the stage's `open()`. */
  createStage(options: StageOptions): Stage;
  /**
   * Opens the widget and follows it. However it ends, it leaves nothing on the page.
   *
   * @returns The closing message; `undefined` when the user reloads the widget: it is to be shown again.
   * @throws {HumanConnectError} What went wrong; the reason of `context.signal` when it is aborted.
   */
  showWidget(context: WidgetContext): Promise<TrustedMessage | undefined>;
}

/** Where a session takes place: over the page, or inside a container of the host. */
export interface Stage {
  /** Shows the stage; does nothing if it is shown already. */
  open: () => void;
  /** Tells the user that loading is slow, on an open stage. */
  showSlow: () => void;
  /** Inserts a node of the vendor into the stage, behind the spinner. */
  place: (node: HTMLElement) => void;
  /**
   * Replaces the spinner by the frame and focuses the frame.
   *
   * @param reload Until `markAlive()`, the user may reload the frame, once it has had no user input for ten seconds.
   */
  showFrame: (frame: HTMLIFrameElement, reload?: () => void) => void;
  /** Replaces the frame by the spinner, and hides the doubt bar. */
  showLoading: () => void;
  /** Tells the user that Connect does not seem to load, and offers a retry. The frame stays visible: it may be alive. */
  showUnreachable: (reload: () => void) => void;
  /** Connect has posted a message: hides the doubt bar and the offer to reload. */
  markAlive: () => void;
  /** Whether the container was removed from the document, and the stage with it. */
  isGone: () => boolean;
  /** Removes the stage and restores scrolling. */
  close: () => void;
  /** Restores the focus; call it when the opener shows how the session has ended. Undefined if the stage takes no focus. */
  returnFocus?: () => void;
}

export interface StageOptions {
  labels: SessionLabels;
  /** The element that the focus returns to. */
  opener: Element | null;
  /** Inline instead of modal. */
  container?: Element | undefined;
  /** BCP 47 tag of the labels; without it they are in the language of the opener's context. */
  language?: string | undefined;
  /** 0 to 1. */
  overlayOpacity: number | undefined;
  /** The user cancels: Escape, Cancel or Close. */
  onCancel: () => void;
}

/** One opening of the widget. */
export interface WidgetContext {
  readonly vendor: VendorClient;
  readonly dialect: Dialect;
  /**
   * Returns the options of the vendor's `open()`, including the token; called at each opening.
   *
   * @throws The reason of `signal`, if another user is signed in by now.
   */
  readonly toVendorOptions: () => Record<string, unknown>;
  readonly target: WidgetTarget;
  readonly timeline: Timeline;
  /** Longest wait for the page, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly reports: WidgetReports;
}

/** What happens to the widget while it is open. The session moves the stage accordingly. */
export interface WidgetReports {
  /** The vendor adds a node: it is to be inserted now. */
  readonly onNode: (node: HTMLElement) => void;
  /** The client has added its frame beside the stage. */
  readonly onEscaped: () => void;
  /**
   * The user sees Connect.
   *
   * @param frame The frame that has loaded, if this surface has one.
   * @param reload Loads it again; undefined where that would lose unreported results.
   */
  readonly onShown: (frame?: HTMLIFrameElement, reload?: () => void) => void;
  /** The page seems unreachable; it may be alive all the same. @param error The error to report if the user cancels. */
  readonly onUnreachable: (error: HumanConnectError, reload: () => void) => void;
  /** The page has posted its first message. */
  readonly onAlive: () => void;
  /** A source was connected or disconnected. */
  readonly onMessage: (message: TrustedMessage) => void;
  /** The frame was moved and loads again: its messages will not repeat the results so far. */
  readonly onMoved: () => void;
  /** The frame has left the document, alone or with all around it. */
  readonly onRemoved: () => void;
}
