import type { HumanConnectState } from "@human-connect/core";
import type { ReactElement } from "react";
import type { RegionProps } from "./use-voice.js";

export interface LiveLineProps extends RegionProps {
  readonly state: HumanConnectState;
  /** When those who see may read it as well; at other times it is for screen readers alone. */
  readonly shows: "error" | "always" | "never";
}

/** The one live region of a component: what it announces and what it shows of that are never two texts to be read. */
export function LiveLine({ state, said, region, shows }: LiveLineProps): ReactElement {
  const isShown = shows === "always" || (shows === "error" && state.status === "error");
  // What went wrong is shown beside each button, also by one that does not speak or has come later.
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
