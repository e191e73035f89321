import type { HumanConnectOptions } from "./options.js";

// One text, because a button pays for these names before anybody shows intent. A test holds it against the type.
const names =
  /^(getToken|tokenUrl|client|initialConnections|user|prefetchToken|labels|locale|timeouts|debug|baseUrl|mode|clientId|preseed|preseededSources|inviteSessionId|config|segment|pinnedProviders|overlayOpacity|messageOrigins|warmFrame|container|closeOnBack|on(Open|Connect|Disconnect|Close|Error))$/;

/** Whether a name is one of the options: how a face tells its options from the attributes of its element. */
export function isOptionName(name: string): name is keyof HumanConnectOptions {
  return names.test(name);
}
