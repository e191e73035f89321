import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton } from "@human-connect/react";

export function Example({ options }: { options: HumanConnectOptions }) {
  return <ConnectButton {...options} />;
}
