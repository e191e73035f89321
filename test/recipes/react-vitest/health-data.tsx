import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, ConnectionList, HumanConnectProvider } from "@human-connect/react";
import type { ReactElement } from "react";

/** The options of Connect; a test brings a client of its own. */
export function HealthData(options: HumanConnectOptions): ReactElement {
  return (
    <HumanConnectProvider {...options}>
      <ConnectionList />
      <ConnectButton>Connect your health data</ConnectButton>
    </HumanConnectProvider>
  );
}
