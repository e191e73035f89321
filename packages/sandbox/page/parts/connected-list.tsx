import type { JSX, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../src/base/connect-api.js";
import { Icon } from "./icon.js";
import type { Page } from "../state/page.js";

export const connectedTitleId = "connected-title";

/** The connected sources, each with a button to disconnect it. */
export function ConnectedList({ page, connections }: { page: Page; connections: readonly Connection[] }): JSX.Element {
  return (
    <section class="connected" aria-labelledby={connectedTitleId}>
      <h2 id={connectedTitleId} tabIndex={-1}>
        Connected
      </h2>
      <ul class="connected-list">
        {connections.map((connection) => (
          <ConnectedItem key={connection.id} page={page} connection={connection} />
        ))}
      </ul>
    </section>
  );
}

function ConnectedItem({ page, connection }: { page: Page; connection: Connection }): JSX.Element {
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    if (wasAsking.current && !isAsking) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  return (
    <li class="connected-item">
      <div class="connected-row">
        <span class="tick">
          <Icon name="check" />
        </span>
        <span class="connected-text">
          <bdi class="connected-name">{connection.name}</bdi>
          <span class="quiet small">Since {dayOf(connection.connectedAt)}</span>
        </span>
        {!isAsking && (
          <button
            ref={opener}
            type="button"
            class="text-button"
            aria-label={`Disconnect ${connection.name}`}
            onClick={() => setIsAsking(true)}
          >
            Disconnect
          </button>
        )}
      </div>
      {isAsking && <ConfirmDisconnect page={page} connection={connection} onKeep={() => setIsAsking(false)} />}
    </li>
  );
}

function ConfirmDisconnect(props: { page: Page; connection: Connection; onKeep: () => void }): JSX.Element {
  const { page, connection, onKeep } = props;
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const safe = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => safe.current?.focus(), []);

  const disconnect = async (): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(await page.disconnect(connection));
    setIsBusy(false);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onKeep();
  };
  return (
    <div class="confirm" role="group" aria-label={`Disconnect ${connection.name}?`} onKeyDown={onKeyDown}>
      <p class="small">New records are no longer shared. You can connect again later.</p>
      {failure && (
        <p class="field-error small" role="alert">
          <Icon name="alert" />
          {failure}
        </p>
      )}
      <div class="actions actions-tight">
        <button ref={safe} type="button" class="button button-small" onClick={onKeep}>
          Keep
        </button>
        <button
          type="button"
          class="button button-small button-danger"
          aria-disabled={isBusy}
          onClick={() => void disconnect()}
        >
          Yes, disconnect
        </button>
      </div>
    </div>
  );
}

function dayOf(instant: string): string {
  const date = new Date(instant);
  if (date.toDateString() === new Date().toDateString()) return "today";
  return new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format(date);
}
