import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, nextMessage, same, type World } from "../harness/world.ts";

const messages: Record<string, unknown> = {
  null: null,
  "a number as type": { type: 5 },
  "a list as type": { type: ["hapi-connect-close"] },
};

/** As extensions and analytics do all day. */
async function post(message: unknown): Promise<void> {
  const arrived = nextMessage();
  window.postMessage(message, "*");
  await arrived;
}

const posted = Object.entries(messages).map(([what, message]): FaultCheck => ({
  name: `somebody posts ${what}`,
  async raw(world) {
    await world.openRaw();
    await post(message);
    return world.uncaught.length > 0;
  },
  async kit(world) {
    const { over } = await world.openKit();
    await post(message);
    // And from the true page, which may say such things as well.
    await world.say(message);
    await world.say(closeMessage());
    same((await over).status, "closed", "status");
    world.mustBeClean();
  },
}));

export const foreignMessages: Fault = {
  id: "F4",
  title: "foreign messages throw",
  peers: ["R8"],
  checks: [
    ...posted,
    {
      name: "somebody dispatches a frozen close",
      async raw(world) {
        await world.openRaw();
        window.dispatchEvent(new MessageEvent("message", { data: Object.freeze(closeMessage()) }));
        return world.uncaught.length > 0 && Boolean(world.frame);
      },
      async kit(world: World) {
        const { over } = await world.openKit();
        window.dispatchEvent(new MessageEvent("message", { data: Object.freeze(closeMessage()) }));
        same(Boolean(world.frame), true, "Connect is still shown");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
  ],
};
