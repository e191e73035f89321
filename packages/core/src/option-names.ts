import type { HumanConnectOptions } from "./options.js";

// A record, because the compiler then knows when an option is missing.
const options: Record<keyof HumanConnectOptions, 1> = {
  getToken: 1,
  client: 1,
  initialConnections: 1,
  user: 1,
  prefetchToken: 1,
  labels: 1,
  locale: 1,
  timeouts: 1,
  debug: 1,
  baseUrl: 1,
  mode: 1,
  clientId: 1,
  preseed: 1,
  preseededSources: 1,
  inviteSessionId: 1,
  config: 1,
  segment: 1,
  pinnedProviders: 1,
  overlayOpacity: 1,
  messageOrigins: 1,
  warmFrame: 1,
  container: 1,
  onOpen: 1,
  onConnect: 1,
  onDisconnect: 1,
  onClose: 1,
  onError: 1,
};

/** Whether a name is one of the options: how a face tells its options from the attributes of its element. */
export function isOptionName(name: string): name is keyof HumanConnectOptions {
  return Object.hasOwn(options, name);
}
