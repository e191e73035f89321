import { cdnClient } from "@human-connect/core";
import type { Fault } from "../fault.ts";
import { closeMessage, failedWith, same, type World } from "../harness/world.ts";

const failsOnce = (world: World): string => `${world.script("first-fails")}?page=${crypto.randomUUID()}`;

export const failedOnce: Fault = {
  id: "R3",
  title: "failed once is failed for ever",
  checks: [
    {
      name: "the first download fails, and the CDN is well again",
      async raw(world: World) {
        const url = failsOnce(world);
        same(await world.addScript(url), "error", "the first download");
        const hasThrown = world.clickRaw();
        same((await fetch(url)).ok, true, "the CDN is well again");
        return hasThrown && world.clickRaw();
      },
      async kit(world: World) {
        const { connect, events } = world.createKit({ client: cdnClient({ url: failsOnce(world), retries: 0 }) });
        failedWith(await connect.open(), "client-failed");
        const over = connect.open();
        await world.untilLive();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        same(
          events.map(({ type }) => type),
          ["error", "open", "close"],
          "events",
        );
      },
    },
    {
      name: "the first download fails, and nobody clicks again",
      async kit(world: World) {
        await world.mustWorkAgain({ client: cdnClient({ url: failsOnce(world) }) });
      },
    },
  ],
};
