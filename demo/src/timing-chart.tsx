import type { ReactElement } from "react";
import { formatMs } from "./format-ms.ts";
import { steps, useTimings } from "./use-timings.ts";

const meanings = { token: "the endpoint answered", client: "vendor code ready", widget: "Connect on screen" };

/** A bar for each step from the click to the widget. Token and client run side by side, so both start at zero. */
export function TimingChart(): ReactElement {
  const timings = useTimings();
  const longest = Math.max(1, ...Object.values(timings));
  return (
    <dl className="timings" data-testid="timings">
      {steps.map((step) => (
        <div key={step} className="timing">
          <dt>
            <code>{step}</code> {meanings[step]}
          </dt>
          <dd>
            <span className="timing-bar" style={{ inlineSize: `${((timings[step] ?? 0) / longest) * 100}%` }} />
            <span className="timing-value">{timings[step] === undefined ? "–" : formatMs(timings[step])}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
