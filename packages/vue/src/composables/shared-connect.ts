import {
  createHumanConnect,
  eventTypes,
  mergeOptions,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectOptions,
} from "@human-connect/core";
import { hasInjectionContext, inject, markRaw, type InjectionKey } from "vue";

/** What a plugin or a providing component gives to the components below it. */
export interface SharedConnect {
  /** The one connection. It is created when somebody first asks for it. */
  readonly connect: HumanConnect;
  /** The latest defaults. */
  readonly read: () => Partial<HumanConnectOptions>;
}

export const connectKey: InjectionKey<SharedConnect> = /* @__PURE__ */ Symbol("human-connect");

/** What is shared with this component, if anything is. */
export function injectShared(): SharedConnect | undefined {
  return hasInjectionContext() ? inject(connectKey, undefined) : undefined;
}

/**
 * Options on top of the defaults above, and one connection with them, which no reactive object wraps into a proxy.
 *
 * @param above What is shared from further up.
 * @param options Read at each use.
 * @param onCreate Called with the connection as soon as there is one.
 * @throws {TypeError} From `connect`, without `tokenUrl` and `getToken`.
 */
export function createShared(
  above: SharedConnect | undefined,
  options: () => Partial<HumanConnectOptions>,
  onCreate?: (connect: HumanConnect) => void,
): SharedConnect {
  let connect: HumanConnect | undefined;
  const read = (): Partial<HumanConnectOptions> => mergeOptions(above?.read() ?? {}, options());
  return {
    read,
    get connect() {
      if (!connect) {
        if (!read().getToken && !read().tokenUrl)
          throw new TypeError("tokenUrl is missing: give it, or getToken, here or to a plugin or provider above");
        connect = markRaw(createHumanConnect(read as () => HumanConnectOptions));
        onCreate?.(connect);
      }
      return connect;
    },
  };
}

/**
 * Keeps the session of a connection that is shared: a button in a menu goes with the menu, what it has started does not.
 *
 * @returns What ends that.
 */
export function keep(connect: HumanConnect): () => void {
  return connect.subscribe(() => {});
}

/** Hears every event of a connection. @returns What ends that. */
export function hear(connect: HumanConnect, tell: (event: ConnectEvent) => void): (() => void)[] {
  return eventTypes.map((type) => connect.on(type, tell));
}
