import type { HumanConnectState } from "@human-connect/core";
import type { ReactElement } from "react";
import type { RegionProps } from "./use-voice.js";

export interface LiveLineProps extends RegionProps {
  readonly state: HumanConnectState;
  /** When the text is visible; at other times only screen readers read it. */
  readonly shows: "error" | "always" | "never";
}

/** The only live region of a component: the announced text and the visible text share one element, so that neither is read twice. */
export function LiveLine({ state, said, region, shows }: LiveLineProps): ReactElement {
  const isShown = shows === "always" || (shows === "error" && state.status === "error");
  // Every button shows the error, also one that does not announce it or was mounted later.
  const text = isShown && state.status === "error" ? state.error.userMessage : said;
  return (
    <span
      ref={region}
      role={said === undefined && text ? undefined : "status"}
      className={isShown ? "human-connect-status" : "human-connect-live"}
      data-status={isShown ? state.status : undefined}
    >
      {text}
    </span>
  );
}
