import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, ConnectionList, ConnectStatus, HumanConnectProvider } from "@human-connect/react";

export function Example({ options }: { options: HumanConnectOptions }) {
  return (
    <HumanConnectProvider {...options}>
      <ConnectionList detailed />
      <ConnectButton message="hidden" />
      <ConnectStatus />
    </HumanConnectProvider>
  );
}
