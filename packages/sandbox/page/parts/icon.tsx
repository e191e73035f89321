import type { JSX } from "preact";

/** Drawn on a 24-unit grid with round strokes. */
const paths = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16.2 16.2 20 20",
  chevron: "m9.5 6 6 6-6 6",
  back: "M19 12H5m6-6.5L4.5 12l6.5 6.5",
  close: "m6 6 12 12M18 6 6 18",
  check: "m5.5 12.5 4.5 4.5 8.5-10",
  shield: "M12 3.5 5 6v5.5c0 4.2 2.8 7.3 7 9 4.2-1.7 7-4.8 7-9V6l-7-2.5Z",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4.3l2.8 1.9",
  person: "M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5.5 19.5c.6-3.3 3-5 6.5-5s5.9 1.7 6.5 5",
  alert: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4.2v4.6m0 3v.1",
  heart:
    "M12 19.5C7.5 16 4.5 13.2 4.5 9.7 4.5 7.4 6.2 5.7 8.3 5.7c1.5 0 2.9.9 3.7 2.3.8-1.4 2.2-2.3 3.7-2.3 2.1 0 3.8 1.7 3.8 4 0 3.5-3 6.3-7.5 9.8Z",
} as const;

/** A decorative icon; the text beside it carries the meaning. */
export function Icon({ name, flips = false }: { name: keyof typeof paths; flips?: boolean }): JSX.Element {
  return (
    <svg class={flips ? "icon icon-flips" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
