"use client";

import type { HumanConnectOptions } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { ConnectCard } from "@human-connect/react";

const client = npmClient();

const getToken: HumanConnectOptions["getToken"] = async ({ reason, signal }) => {
  const response = await fetch(`/api/human-connect/token?reason=${reason}`, { method: "POST", signal });
  return response.json();
};

export function HealthData({ baseUrl }: { baseUrl: string | undefined }) {
  return <ConnectCard {...{ baseUrl, client, getToken }} />;
}
