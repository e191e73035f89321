import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { monogramOf } from "./words.js";

/** A provider's icon, made of its initials and its hue. */
export function Monogram({
  name,
  hue,
  isLarge = false,
}: {
  name: string;
  hue: number;
  isLarge?: boolean;
}): JSX.Element {
  const element = useRef<HTMLSpanElement>(null);
  // The page's CSP forbids style attributes, but not the CSSOM.
  useLayoutEffect(() => element.current?.style.setProperty("--hue", String(hue)), [hue]);
  return (
    <span ref={element} class={isLarge ? "monogram monogram-large" : "monogram"} aria-hidden="true">
      {monogramOf(name)}
    </span>
  );
}
