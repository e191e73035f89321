import type { HumanConnectState } from "@human-connect/core";
import { readLiveView, type ShowsLive } from "@human-connect/core/face";
import type { ReactElement } from "react";
import type { RegionProps } from "./use-voice.js";

export interface LiveLineProps extends RegionProps {
  readonly state: HumanConnectState;
  readonly shows: ShowsLive;
}

/** The only live region of a component. */
export function LiveLine({ state, said, region, shows }: LiveLineProps): ReactElement {
  const { text, isShown, isLive } = readLiveView(state, said, shows);
  return (
    <span
      ref={region}
      role={isLive ? "status" : undefined}
      className={isShown ? "human-connect-status" : "human-connect-live"}
      data-status={isShown ? state.status : undefined}
    >
      {text}
    </span>
  );
}
