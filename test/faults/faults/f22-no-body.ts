import type { Fault } from "../fault.ts";
import { closeMessage, same, type World } from "../harness/world.ts";

/** The page as it is while its head is read. */
function withoutBody<T>(act: () => T): T {
  const { body } = document;
  body.remove();
  const result = act();
  queueMicrotask(() => document.documentElement.append(body));
  return result;
}

export const noBody: Fault = {
  id: "F22",
  title: "opened before there is a body, it hangs on the root element",
  checks: [
    {
      name: "a script in the head opens Connect",
      async raw(world: World) {
        const vendor = await world.vendor();
        withoutBody(() => vendor.open({ token: "t", baseURL: world.origins.connect }));
        return world.frame.parentElement === document.documentElement;
      },
      async kit(world: World) {
        const { connect } = world.createKit();
        const over = withoutBody(() => connect.open());
        await world.untilLive();
        same(world.frame.getRootNode() === world.stage!.shadowRoot, true, "the frame is on the stage");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
  ],
};
