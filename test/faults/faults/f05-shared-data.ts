import type { Fault } from "../fault.ts";
import { closeMessage, same, type World } from "../harness/world.ts";

/** What another listener of the page, added after Connect was opened, finds in the closing message. */
function listenLate(): unknown[] {
  const types: unknown[] = [];
  addEventListener("message", ({ data }: MessageEvent<{ type?: unknown }>) => types.push(data?.type));
  return types;
}

export const sharedData: Fault = {
  id: "F5",
  title: "the type is deleted from messages that others read too",
  checks: [
    {
      name: "another listener reads the closing message",
      async raw(world: World) {
        await world.openRaw();
        const types = listenLate();
        await world.say(closeMessage());
        return types.includes(undefined);
      },
      async kit(world: World) {
        const { over } = await world.openKit();
        const types = listenLate();
        await world.say(closeMessage());
        await over;
        same(types, ["hapi-connect-close"], "what the other listener has read");
        world.mustBeClean();
      },
    },
  ],
};
