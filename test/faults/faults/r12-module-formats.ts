import type { Fault } from "../fault.ts";
import { closeMessage, same, type World } from "../harness/world.ts";

/** As a browser does it, without a bundler. */
const importNative = <T>(url: string): Promise<T> => import(/* @vite-ignore */ url) as Promise<T>;

/** The browsers' part; Node's is in node-checks.ts. */
export const moduleFormats: Fault = {
  id: "R12",
  title: "module formats",
  checks: [
    {
      name: "a browser imports it as it is",
      async raw(world: World) {
        const error: unknown = await importNative(world.script("good")).catch((reason: unknown) => reason);
        return error instanceof TypeError && !("HumanConnect" in window);
      },
      async kit(world: World) {
        const { createHumanConnect } = await importNative<typeof import("@human-connect/core")>("/core/index.js");
        const over = createHumanConnect(world.kitOptions).open();
        await world.untilLive();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
      },
    },
  ],
};
