import type { Dialect } from "../vendor/dialect.js";
import type { HumanConnectError } from "../model/errors.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { Timeline } from "../base/timeline.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import type { WidgetTarget } from "../vendor-options.js";
import type { SessionLabels } from "../words/widget-labels.js";

/** Where the widget is shown, and how it is followed to its end. The kit's own: `stage.ts` and `show-widget.ts`. */
export interface Surface {
  /** Nothing is added to the page before the stage's `open()`. */
  createStage(options: StageOptions): Stage;
  /**
   * Opens the widget and follows it. Whatever the end is, nothing of it is left on the page.
   *
   * @returns The closing message.
   * @throws {HumanConnectError} What went wrong; the reason of `context.signal` when it is aborted.
   */
  showWidget(context: WidgetContext): Promise<TrustedMessage>;
}

/** Where a session takes place: over the page, or inside a container of the host. */
export interface Stage {
  /** Shows the stage; does nothing when it is shown already. */
  open: () => void;
  /** Says that it takes long, on an open stage. */
  slow: () => void;
  /** Puts a node of the vendor on the stage, behind the spinner. */
  place: (node: HTMLElement) => void;
  /**
   * Swaps the spinner for the frame and moves the focus into it.
   *
   * @param onRetry Until `trust()` the person may have it loaded anew, once nobody has used the frame for ten seconds.
   */
  reveal: (frame: HTMLIFrameElement, onRetry?: () => void) => void;
  /** Swaps the frame for the spinner, without any doubt. */
  wait: () => void;
  /** Says that Connect does not seem to come, and offers to try again. The frame stays in sight: it may be alive. */
  doubt: (onRetry: () => void) => void;
  /** Connect has spoken: takes the doubt back, and the offer to load it anew. */
  trust: () => void;
  /** The container left the document, and the stage with it. */
  isGone: () => boolean;
  /** Takes the stage away and gives scrolling back. */
  close: () => void;
  /** Gives the focus back, once what it goes back to says how the session has ended. Nothing where none was taken. */
  returnFocus?: () => void;
}

export interface StageOptions {
  labels: SessionLabels;
  /** Gets the focus back. */
  opener: Element | null;
  /** Inline instead of modal. */
  container?: Element | undefined;
  /** BCP 47 tag of the labels; without it they are in the language around the opener. */
  language?: string | undefined;
  /** 0 to 1. */
  overlayOpacity: number | undefined;
  /** The person backs out: Escape, Cancel or Close. */
  onCancel: () => void;
}

/** One opening of the widget. */
export interface WidgetContext {
  readonly vendor: VendorClient;
  readonly dialect: Dialect;
  /**
   * What the vendor is opened with, the token among it; called at each opening.
   *
   * @throws The reason of `signal`, when somebody else is signed in by now.
   */
  readonly toVendorOptions: () => Record<string, unknown>;
  readonly target: WidgetTarget;
  readonly stage: Stage;
  readonly timeline: Timeline;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** The frame is on the page. */
  readonly onFrame: () => void;
  /** Something was connected or disconnected. */
  readonly onMessage: (message: TrustedMessage) => void;
  /** Nobody seems to be there, or, with nothing, somebody is: what the session fails with when the person gives up. */
  readonly onDoubt: (error: HumanConnectError | undefined) => void;
  /** The host took the container away. */
  readonly onGone: () => void;
  /** The frame has come back from another place, and loads anew: it will tell nothing of what it has told so far. */
  readonly onMoved: () => void;
}
