import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectCard } from "@human-connect/react";

export function Example({ options }: { options: HumanConnectOptions }) {
  return <ConnectCard {...options} headingLevel={3} />;
}
