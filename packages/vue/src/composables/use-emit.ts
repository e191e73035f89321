import type { ConnectEvent, ConnectEventType } from "@human-connect/core";
import { callbackName } from "@human-connect/core/face";
import { getCurrentInstance } from "vue";

/** The events of a component: those of the event table, by type. */
export type ConnectEmits = { [K in ConnectEventType]: (event: ConnectEvent<K>) => void };

/** The same events, as listeners that a component accepts as props. */
export type ConnectListeners = { [K in keyof ConnectEmits as `on${Capitalize<K>}`]?: ConnectEmits[K] | undefined };

/** A function that emits an event; after the component was unmounted it calls the component's last listeners directly. */
export function useEmit(): (event: ConnectEvent) => void {
  const instance = getCurrentInstance()!;
  return (event) => {
    // Vue does not emit for an unmounted component.
    if (!instance.isUnmounted) return instance.emit(event.type, event);
    const listeners: unknown = instance.vnode.props?.[callbackName(event.type)];
    for (const listener of [listeners].flat()) if (typeof listener === "function") listener(event);
  };
}
