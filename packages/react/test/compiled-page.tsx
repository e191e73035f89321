import { ConnectButton, useHumanConnect, type UseHumanConnectOptions } from "@human-connect/react";
import type { ReactElement } from "react";

/** As people write it: nothing is memoised by hand, React's compiler does that. */
export function CompiledPage({ options }: { options: UseHumanConnectOptions }): ReactElement {
  const { status, currentConnections, connect } = useHumanConnect(options);
  const names = currentConnections.map(({ name }) => name).join(", ");
  return (
    <>
      <ConnectButton connect={connect} />
      <p data-testid="status">{status}</p>
      <p data-testid="names">{names || "none"}</p>
    </>
  );
}
