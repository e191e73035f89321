import type { Fault } from "../fault.ts";
import { closeMessage, nextLoad, same, type World } from "../harness/world.ts";

export const changedOptions: Fault = {
  id: "F15",
  title: "the caller's options object is written into",
  checks: [
    {
      name: "an options object is used again for another environment",
      async raw(world: World) {
        const vendor = await world.vendor();
        const shared: Record<string, unknown> = { token: "t", baseURL: world.origins.connect };
        vendor.open(shared);
        await nextLoad(world.frame);
        await world.say(closeMessage());
        delete shared["baseURL"];
        vendor.open(shared);
        return world.frame.src.startsWith(world.origins.connect);
      },
      async kit(world: World) {
        const shared = { baseUrl: world.origins.connect, pinnedProviders: ["a", "b"] };
        const before = JSON.stringify(shared);
        const first = await world.openKit(shared);
        await world.say(closeMessage());
        await first.over;
        same(JSON.stringify(shared), before, "the options");
        const second = await world.openKit({ ...shared, baseUrl: world.origins.stranger });
        same(world.frame.src.startsWith(world.origins.stranger), true, "the second session opens where it is told");
        await world.say(closeMessage());
        await second.over;
        world.mustBeClean();
      },
    },
    {
      name: "frozen options",
      async raw(world: World) {
        const vendor = await world.vendor();
        try {
          vendor.open(Object.freeze({ token: "t", baseURL: world.origins.connect }));
        } catch {
          return true;
        }
        return false;
      },
      async kit(world: World) {
        const frozen = Object.freeze({
          pinnedProviders: Object.freeze(["a"]),
          preseededSources: Object.freeze([Object.freeze({ id: "a" })]),
          labels: Object.freeze({ connect: "Connect" }),
          timeouts: Object.freeze({ widgetMs: 9000 }),
        });
        await world.mustWorkAgain(frozen);
        world.mustBeClean();
      },
    },
  ],
};
