import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PageState } from "../state/state.js";

/** A nested page that posts forged messages, when it loads and after each state change of this page. */
export function ForgerFrame({ state }: { state: PageState }): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => frame.current?.contentWindow?.postMessage("forge", location.origin), [state]);
  return (
    <iframe
      ref={frame}
      class="visually-hidden"
      src="connect/forger.html"
      title="Forger"
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}
