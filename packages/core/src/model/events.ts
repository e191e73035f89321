import type { HumanConnectError } from "./errors.js";
import type { ConnectSession, Source } from "./session.js";
import type { CloseReason } from "./state.js";

/** The event table: the names of an event in the faces and in the vendor's messages derive from its type here. */
export interface ConnectEventPayloads {
  /** The widget is visible. */
  open: { readonly session: ConnectSession };
  /** A source was connected; `source` is missing only if the vendor did not name it. */
  connect: { readonly session: ConnectSession; readonly source?: Source };
  /** A source was disconnected; `source` is missing only if the vendor did not name it. */
  disconnect: { readonly session: ConnectSession; readonly source?: Source };
  /** The session is over. */
  close: { readonly session: ConnectSession; readonly reason: CloseReason };
  /** The session failed and is over. */
  error: { readonly error: HumanConnectError };
}

export type ConnectEventType = keyof ConnectEventPayloads;

/** An event of the kit, by type. */
export type ConnectEvent<T extends ConnectEventType = ConnectEventType> = {
  [K in T]: { readonly type: K } & ConnectEventPayloads[K];
}[T];

/** One optional callback for each event: `onOpen`, `onConnect`, `onDisconnect`, `onClose`, `onError`. */
export type ConnectCallbacks = {
  [K in ConnectEventType as `on${Capitalize<K>}`]?: ((event: ConnectEvent<K>) => void) | undefined;
};

/** Every type, in the order in which a session emits them. */
export const eventTypes: readonly ConnectEventType[] = ["open", "connect", "disconnect", "close", "error"];

/** `connect` → `onConnect`: the callback's name in the options, and the prop in React. */
export function callbackName<T extends ConnectEventType>(type: T): `on${Capitalize<T>}` {
  return `on${type[0]!.toUpperCase()}${type.slice(1)}` as `on${Capitalize<T>}`;
}
