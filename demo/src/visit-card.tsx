import { useRef, type ReactElement, type ReactNode } from "react";
import type { Words } from "./words.ts";

export interface VisitCardProps {
  text: Words;
  button: ReactNode;
  status: ReactNode;
}

/** Connect from inside a modal dialog of the app itself: the widget opens above it, and the focus comes back into it. */
export function VisitCard({ text, button, status }: VisitCardProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <section className="card card-row" aria-labelledby="visit">
      <div>
        <h2 id="visit">{text.visit}</h2>
        <p className="quiet">{text.visitLead}</p>
      </div>
      <button className="plain-button" type="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {text.visitOpen}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="visit-title">
        <h2 id="visit-title">{text.visitTitle}</h2>
        <p className="quiet">{text.visitText}</p>
        {status}
        <div className="dialog-actions">
          <button className="plain-button" type="button" onClick={() => dialog.current?.close()}>
            {text.visitClose}
          </button>
          {button}
        </div>
      </dialog>
    </section>
  );
}
