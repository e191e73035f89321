import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Asks the user before typed text is discarded. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="leave-title" onClose={onStay}>
      <h2 id="leave-title">Leave without connecting?</h2>
      <p class="quiet">What you have typed is not kept.</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Stay
        </button>
        <button type="button" class="button button-danger" onClick={onLeave}>
          Leave
        </button>
      </div>
    </dialog>
  );
}
