import type { Fault } from "../fault.ts";
import { closeMessage, connectMessage, failedWith, same, type World } from "../harness/world.ts";

export const openingTwice: Fault = {
  id: "F8",
  title: "opening while it is open drops the second caller",
  peers: ["R15"],
  checks: [
    {
      name: "two clicks on one button",
      async raw(world: World) {
        const vendor = await world.vendor();
        await world.openRaw({}, vendor);
        const second = await world.openRaw({}, vendor);
        await world.say(closeMessage());
        return second.returned === null && second.closes.length === 0;
      },
      async kit(world: World) {
        const { connect, over, events } = await world.openKit();
        const second = connect.open();
        await world.say(closeMessage());
        same(await second, await over, "both clicks hear the same end");
        same(
          events.map(({ type }) => type),
          ["open", "close"],
          "events",
        );
        world.mustBeClean();
      },
    },
    {
      name: "one button, with other options",
      async raw(world: World) {
        const vendor = await world.vendor();
        await world.openRaw({}, vendor);
        const { src } = world.frame;
        const second = await world.openRaw({ segment: "children" }, vendor);
        return second.returned === null && world.frame.src === src;
      },
      async kit(world: World) {
        const { connect, over } = await world.openKit();
        failedWith(await connect.open({ segment: "children" }), "widget-busy");
        same(connect.getState().status, "open", "the session goes on");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
    {
      name: "two buttons on one page",
      async raw(world: World) {
        const vendor = await world.vendor();
        await world.openRaw({}, vendor);
        const second = await world.openRaw({}, vendor);
        await world.say(connectMessage());
        return second.returned === null && second.connects.length === 0;
      },
      async kit(world: World) {
        const first = await world.openKit();
        const second = world.createKit();
        failedWith(await second.connect.open(), "widget-busy");
        await world.say(closeMessage());
        same((await first.over).status, "closed", "the first session goes on to its end");
        world.mustBeClean();
        const again = second.connect.open();
        await world.untilLive();
        await world.say(closeMessage());
        same((await again).status, "closed", "the second button works afterwards");
        world.mustBeClean();
      },
    },
  ],
};
