import type { HumanConnectOptions } from "./options.js";

// One regular expression, because a button ships these names before the user shows intent. A test compares it with the type.
const names =
  /^(getToken|tokenUrl|client|initialConnections|user|prefetchToken|labels|locale|timeouts|debug|baseUrl|mode|clientId|preseed|preseededSources|inviteSessionId|config|segment|pinnedProviders|overlayOpacity|messageOrigins|warmFrame|container|closeOnBack|on(Open|Connect|Disconnect|Close|Error))$/;

/** Whether a name is an option: a face uses it to tell its options from the attributes of its element. */
export function isOptionName(name: string): name is keyof HumanConnectOptions {
  return names.test(name);
}
