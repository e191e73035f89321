import type { Fault } from "../fault.ts";
import { closeMessage, eventually, same, type RawVendor, type World } from "../harness/world.ts";

export const reopening: Fault = {
  id: "F7",
  title: "Connect cannot be opened again from its own onClose",
  checks: [
    {
      name: "onClose opens the next session",
      async raw(world: World) {
        const vendor: RawVendor = await world.vendor();
        let again: unknown;
        const onClose = (): void => void (again = vendor.open({ token: "t", baseURL: world.origins.connect }));
        await world.openRaw({ onClose }, vendor);
        await world.say(closeMessage());
        return again === null && !world.frame;
      },
      async kit(world: World) {
        let closes = 0;
        const { connect } = world.createKit({ onClose: () => void (++closes === 1 && connect.open()) });
        const over = connect.open();
        await world.untilLive();
        const first = world.frame;
        await world.say(closeMessage());
        await over;
        await eventually(() => world.frame && world.frame !== first, "the next session opens");
        await world.untilLive();
        await world.say(closeMessage());
        await eventually(() => closes === 2, "the next session ends");
        same(connect.getState().status, "closed", "status");
        world.mustBeClean();
      },
    },
  ],
};
