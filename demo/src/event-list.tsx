import type { HumanConnect } from "@human-connect/core";
import { useEffect, useRef, type ReactElement } from "react";
import { formatMs } from "./format-ms.ts";
import { useEventLog } from "./use-event-log.ts";

/** The events of all sessions so far, each with the time since its click. */
export function EventList({ connect }: { connect: HumanConnect }): ReactElement {
  const log = useEventLog(connect);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [log]);
  if (!log.length) return <p className="hint">Nothing has happened yet. Connect something.</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
    <ol ref={list} className="events" tabIndex={0} aria-labelledby="events" data-testid="timeline">
      {log.map(({ id, type, sinceClickMs, summary }) => (
        <li key={id} className="event" data-type={type}>
          <code className="event-type">{type}</code>
          <span className="event-time">{formatMs(sinceClickMs)}</span>
          <span className="event-summary">{summary}</span>
        </li>
      ))}
    </ol>
  );
}
