import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Moves to the first field that has to be mended, as soon as its error is on screen.
 *
 * @param errors A new object for every try to submit.
 * @returns The form's ref.
 */
export function useFocusOnErrors(errors: object): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [errors]);
  return form;
}
