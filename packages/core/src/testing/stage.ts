import { rootsOf } from "../page/roots-of.js";
import type { Stage, StageOptions } from "../stage/surface.js";

/** A stage that shows nothing, and so requires nothing of its page. */
export interface FakeStage extends Stage {
  /** As if the user had pressed Cancel or Close. */
  cancel: () => void;
  /** Calls back when the container is removed from the page, until the signal is aborted. */
  watch: (onRemoved: () => void, signal: AbortSignal) => void;
  /** Resolves when the stage's session is over. */
  readonly closed: Promise<void>;
}

/** Creates a stage. @param onClose Called when the session is over. */
export function createFakeStage({ container, onCancel }: StageOptions, onClose: () => void): FakeStage {
  const isGone = (): boolean => container?.isConnected === false;
  let resolveClosed!: () => void;
  const closed = new Promise<void>((resolve) => (resolveClosed = resolve));
  return {
    open() {},
    place() {},
    showLoading() {},
    showSlow() {},
    showFrame() {},
    showUnreachable() {},
    markAlive() {},
    isGone,
    close() {
      onClose();
      resolveClosed();
    },
    closed,
    cancel: onCancel,
    watch(onRemoved, signal) {
      if (!container) return;
      if (isGone()) return onRemoved();
      const observer = new MutationObserver(() => {
        if (isGone()) setTimeout(() => isGone() && !signal.aborted && onRemoved());
      });
      for (const root of new Set([document, ...rootsOf(container)]))
        observer.observe(root, { childList: true, subtree: true });
      signal.addEventListener("abort", () => observer.disconnect());
    },
  };
}
