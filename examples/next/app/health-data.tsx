"use client";

import { npmClient } from "@human-connect/core/npm";
import { ConnectCard } from "@human-connect/react";

const client = npmClient();

export function HealthData({ baseUrl }: { baseUrl: string | undefined }) {
  return <ConnectCard tokenUrl="/api/human-connect/token" {...{ baseUrl, client }} />;
}
