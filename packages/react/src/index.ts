"use client";

export { ConnectButton, type ConnectButtonProps } from "./connect-button.js";
export { ConnectCard, type ConnectCardProps } from "./connect-card.js";
export { ConnectStatus, type ConnectStatusProps } from "./connect-status.js";
export { ConnectionList, type ConnectionListProps } from "./connection-list.js";
export { HumanConnectProvider, type HumanConnectProviderProps } from "./human-connect-provider.js";
export { useHumanConnect, type UseHumanConnect, type UseHumanConnectOptions } from "./use-human-connect.js";
export type { PrepareOn } from "@human-connect/core/face";
