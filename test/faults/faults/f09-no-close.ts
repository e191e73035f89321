import type { Fault } from "../fault.ts";
import { closeMessage, same, type Payload, type World } from "../harness/world.ts";

export const noClose: Fault = {
  id: "F9",
  title: "nothing closes it, and listeners cannot be taken back",
  checks: [
    {
      name: "the host wants Connect closed",
      async raw(world: World) {
        const vendor = await world.vendor();
        const { returned } = await world.openRaw({}, vendor);
        return returned === undefined && !("close" in vendor) && !("off" in vendor);
      },
      async kit(world: World) {
        const { connect, over, events } = await world.openKit();
        connect.close();
        const state = await over;
        same(state.status === "closed" && state.reason, "closed-by-host", "reason");
        same(
          events.map(({ type }) => type),
          ["open", "close"],
          "events",
        );
        world.mustBeClean();
        await world.mustWorkAgain();
      },
    },
    {
      name: "a component mounts, unmounts and mounts again",
      async raw(world: World) {
        const vendor = await world.vendor();
        const heard: Payload[] = [];
        // What an effect without a clean-up does, because there is none.
        for (let mounts = 0; mounts < 2; mounts++) vendor.on("close", (payload) => heard.push(payload));
        await world.openRaw({ version: "V2" }, vendor);
        await world.say(closeMessage());
        return heard.length === 2;
      },
      async kit(world: World) {
        const { connect } = world.createKit();
        const heard: string[] = [];
        connect.on("close", ({ type }) => void heard.push(`unmounted ${type}`))();
        connect.on("close", ({ type }) => void heard.push(type));
        const over = connect.open();
        await world.untilLive();
        await world.say(closeMessage());
        await over;
        same(heard, ["close"], "what the listeners have heard");
        world.mustBeClean();
      },
    },
  ],
};
