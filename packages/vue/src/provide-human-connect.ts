import type { HumanConnect } from "@human-connect/core";
import { onMounted, onScopeDispose, provide } from "vue";
import { readOptions } from "./composables/read-options.js";
import { connectKey, createShared, injectShared, keep } from "./composables/shared-connect.js";
import type { UseHumanConnectOptions } from "./use-human-connect.js";

/**
 * Shares defaults, and one connection, with every component below this one: a button, a list and a status line then tell
 * the same story without being wired together. Below a plugin or another provider it adds to the defaults there.
 *
 * @param options Options of the core, each a value, a ref or a getter.
 * @returns The shared connection.
 * @throws {TypeError} Without `tokenUrl` and `getToken`, here and above.
 */
export function provideHumanConnect(options: UseHumanConnectOptions): HumanConnect {
  const shared = createShared(injectShared(), () => readOptions(options));
  provide(connectKey, shared);
  let leave = (): void => {};
  onMounted(() => (leave = keep(shared.connect)));
  onScopeDispose(() => {
    leave();
    if (readOptions(options).closeOnUnmount) shared.connect.close();
  });
  return shared.connect;
}
