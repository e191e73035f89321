import type { KeyboardEvent, ReactElement } from "react";
import type { FaceTab } from "./faces.ts";

export interface FaceTabsProps {
  faces: readonly FaceTab[];
  selected: FaceTab["id"];
  onSelect: (id: FaceTab["id"]) => void;
}

/** Tabs after the pattern of the ARIA guide: one tab stop, arrow keys between the tabs. @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function FaceTabs({ faces, selected, onSelect }: FaceTabsProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    const index = faces.findIndex(({ id }) => id === selected);
    const next = faces[(index + step + faces.length) % faces.length]!;
    onSelect(next.id);
    document.getElementById(`face-${next.id}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Framework">
      {faces.map(({ id, name }) => (
        <button
          key={id}
          id={`face-${id}`}
          className="tab"
          type="button"
          role="tab"
          aria-selected={id === selected}
          aria-controls="face"
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
          onKeyDown={onKeyDown}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function stepOf({ key, currentTarget }: KeyboardEvent): number {
  const forward = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  return key === forward ? 1 : key === back ? -1 : 0;
}
