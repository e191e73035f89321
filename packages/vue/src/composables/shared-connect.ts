import {
  createHumanConnect,
  eventTypes,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectOptions,
} from "@human-connect/core";
import { mergeOptions, readStateOptions, type StateOptions } from "@human-connect/core/face";
import { hasInjectionContext, inject, markRaw, type InjectionKey } from "vue";

/** What a plugin or a providing component passes to the components below it. */
export interface SharedConnect {
  /** The shared instance, created on first access. */
  readonly connect: HumanConnect;
  /** The latest defaults. */
  readonly read: () => Partial<HumanConnectOptions>;
}

export const connectKey: InjectionKey<SharedConnect> = /* @__PURE__ */ Symbol("human-connect");

/** What is shared with this component; undefined without a plugin or provider above. */
export function injectShared(): SharedConnect | undefined {
  return hasInjectionContext() ? inject(connectKey, undefined) : undefined;
}

/**
 * Options merged over the defaults above, and one instance with them, marked raw so that Vue never wraps it in a proxy.
 *
 * @param above What is shared from above.
 * @param options Read at each use.
 * @param onCreate Called with the instance as soon as it is created.
 * @throws {TypeError} On access of `connect`, if neither `tokenUrl` nor `getToken` is set.
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
          throw new TypeError("tokenUrl is missing. Pass tokenUrl or getToken here or to a plugin or provider above.");
        const readState = (): StateOptions =>
          readStateOptions(options() as StateOptions, above?.read() as StateOptions);
        connect = markRaw(createHumanConnect(read as () => HumanConnectOptions, readState));
        onCreate?.(connect);
      }
      return connect;
    },
  };
}

/**
 * Keeps the session of a shared instance alive: a button in a menu unmounts with the menu, the session it started continues.
 *
 * @returns A function that stops keeping it.
 */
export function keep(connect: HumanConnect): () => void {
  return connect.subscribe(() => {});
}

/** Listens to every event of an instance. @returns Functions that remove the listeners. */
export function hear(connect: HumanConnect, tell: (event: ConnectEvent) => void): (() => void)[] {
  return eventTypes.map((type) => connect.on(type, tell));
}
