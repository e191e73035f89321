import type { HumanConnectOptions } from "./options.js";

/** What an option is. Callbacks and words fit any instance; every other option needs an instance of its own. */
export type OptionKind = "text" | "number" | "flag" | "list" | "sources" | "object" | "function" | "callback" | "words";

/** Every option, and what it is: the one table, which each face reads. A button ships it before the user shows intent. */
export const optionKinds: Readonly<Record<keyof HumanConnectOptions, OptionKind>> = {
  getToken: "function",
  tokenUrl: "text",
  client: "object",
  initialConnections: "sources",
  user: "text",
  prefetchToken: "flag",
  labels: "words",
  locale: "words",
  timeouts: "object",
  debug: "flag",
  baseUrl: "text",
  mode: "text",
  clientId: "text",
  preseed: "flag",
  preseededSources: "object",
  inviteSessionId: "text",
  config: "text",
  segment: "text",
  pinnedProviders: "list",
  overlayOpacity: "number",
  messageOrigins: "list",
  warmFrame: "flag",
  container: "object",
  closeOnBack: "flag",
  onOpen: "callback",
  onConnect: "callback",
  onDisconnect: "callback",
  onClose: "callback",
  onError: "callback",
};

/** Whether a name is an option: a face uses it to tell its options from the attributes of its element. */
export function isOptionName(name: string): name is keyof HumanConnectOptions {
  return Object.hasOwn(optionKinds, name);
}
