import { HumanConnectError, type HumanConnect, type HumanConnectState } from "@human-connect/core";
import type { ReactElement } from "react";
import { splitJson } from "./split-json.ts";
import { useConnectState } from "./use-connect-state.ts";

/** The state of a connection, as every face shows it. */
export function StateView({ connect }: { connect: HumanConnect }): ReactElement {
  const json = printState(useConnectState(connect));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
    <pre className="json" tabIndex={0} aria-labelledby="state" role="group" data-testid="state">
      {splitJson(json).map(({ kind, text }, index) => (
        <span key={index} className={`json-${kind}`}>
          {text}
        </span>
      ))}
    </pre>
  );
}

function printState(state: HumanConnectState): string {
  const show = (_key: string, value: unknown): unknown =>
    value instanceof HumanConnectError ? printError(value) : value;
  const { status, currentConnections, ...rest } = state;
  return JSON.stringify({ status, currentConnections, ...rest }, show, 2);
}

// JSON leaves an error's message out.
const printError = ({ code, message, userMessage }: HumanConnectError): object => ({ code, message, userMessage });
