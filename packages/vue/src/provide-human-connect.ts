import type { HumanConnect } from "@human-connect/core";
import { onMounted, onScopeDispose, provide } from "vue";
import { readOptions } from "./composables/read-options.js";
import { connectKey, createShared, injectShared, keep } from "./composables/shared-connect.js";
import type { UseHumanConnectOptions } from "./use-human-connect.js";

/**
 * Shares defaults and one instance with every component below this one: a button, a list and a status line show the same state without
 * being passed an instance. Below a plugin or another provider, its options are merged over the defaults there.
 *
 * @param options Options of the core, each a value, a ref or a getter.
 * @returns The shared instance.
 * @throws {TypeError} If neither `tokenUrl` nor `getToken` is set, here or above.
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
