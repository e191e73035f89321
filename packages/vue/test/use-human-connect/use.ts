import { mountSetup, until } from "../setup.js";
import { useHumanConnect, type UseHumanConnect, type UseHumanConnectOptions } from "@human-connect/vue";
import { h } from "vue";
import { expect } from "vitest";

/** A component that only connects. */
export function use(options: UseHumanConnectOptions | undefined): UseHumanConnect & { unmount: () => void } {
  let human!: UseHumanConnect;
  const { unmount } = mountSetup(() => {
    human = useHumanConnect(options);
    return () => h("output", human.status.value);
  });
  return { ...human, unmount };
}

export const untilStatus = ({ status }: UseHumanConnect, expected: string): Promise<unknown> =>
  until(() => expect(status.value).toBe(expected));
