import { callbackName, type ConnectEvent, type ConnectEventType } from "@human-connect/core";
import { getCurrentInstance } from "vue";

/** The events of a component: those of the event table, by their types. */
export type ConnectEmits = { [K in ConnectEventType]: (event: ConnectEvent<K>) => void };

/** The same events, as the listeners that a component takes as props. */
export type ConnectListeners = { [K in keyof ConnectEmits as `on${Capitalize<K>}`]?: ConnectEmits[K] };

/** A function that emits an event, and tells the last listeners of a component that has left while its session goes on. */
export function useEmit(): (event: ConnectEvent) => void {
  const instance = getCurrentInstance()!;
  return (event) => {
    // Vue emits nothing for a component that has left.
    if (!instance.isUnmounted) return instance.emit(event.type, event);
    const listeners: unknown = instance.vnode.props?.[callbackName(event.type)];
    for (const listener of [listeners].flat()) if (typeof listener === "function") listener(event);
  };
}
