export { ConnectButton, type ConnectButtonProps, type ConnectButtonSlots } from "./connect-button.js";
export { ConnectStatus, type ConnectStatusProps, type ConnectStatusSlots } from "./connect-status.js";
export { ConnectionList, type ConnectionListProps, type ConnectionListSlots } from "./connection-list.js";
export { createHumanConnectPlugin, type HumanConnectPluginOptions } from "./human-connect-plugin.js";
export { provideHumanConnect } from "./provide-human-connect.js";
export type { ReactiveOptions } from "./read-options.js";
export type { ConnectEmits } from "./use-emit.js";
export { useHumanConnect, type UseHumanConnect, type UseHumanConnectOptions } from "./use-human-connect.js";
export type { PrepareOn } from "./use-prepare.js";
