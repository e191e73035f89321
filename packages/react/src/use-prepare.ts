import type { HumanConnect } from "@human-connect/core";
import { prepareWhen, type PrepareOn } from "@human-connect/core/face";
import { useEffect, type RefObject } from "react";

/** Prepares on mount, or when the element first becomes visible. Event handlers handle `"intent"`. */
export function usePrepare(connect: HumanConnect, prepareOn: PrepareOn, element: RefObject<Element | null>): void {
  useEffect(() => prepareWhen(prepareOn, element.current, connect.prepare), [connect, prepareOn, element]);
}
