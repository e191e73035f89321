import type { Fault } from "../fault.ts";
import { closeMessage, eventually, failedWith, same, type World } from "../harness/world.ts";

export const time: Fault = {
  id: "E3",
  title: "the clock and the network do as they like",
  checks: [
    {
      // The vendor's client keeps no token and looks at no clock.
      name: "the clock jumps by ten years while a token is held",
      async kit(world: World) {
        let tokens = 0;
        const { connect } = world.createKit({
          user: "one",
          getToken: () => ({ token: `t${++tokens}`, expiresIn: 3600 }),
        });
        const run = async (): Promise<string | null> => {
          const over = connect.open();
          await world.untilLive();
          const token = new URL(world.frame.src).searchParams.get("token");
          await world.say(closeMessage());
          await over;
          return token;
        };
        same([await run(), await run()], ["t1", "t1"], "tokens within their life");
        const { now } = Date;
        Date.now = () => now() + 315_360_000_000;
        const later = await run();
        Date.now = now;
        same(later, "t2", "the token after the jump");
        world.mustBeClean();
      },
    },
    {
      name: "getToken never answers",
      peers: ["R2"],
      async kit(world: World) {
        const { connect } = world.createKit({ getToken: () => new Promise(() => {}), timeouts: { tokenMs: 500 } });
        failedWith(await connect.open(), "token-timeout");
        world.mustBeClean();
        await world.mustWorkAgain();
      },
    },
    {
      name: "getToken never answers, and the person has had enough",
      peers: ["R11"],
      async kit(world: World) {
        let aborted = false;
        const { connect } = world.createKit({
          getToken: ({ signal }) => new Promise(() => signal.addEventListener("abort", () => (aborted = true))),
        });
        world.opener.focus();
        const over = connect.open();
        // After two seconds the stage shows that it takes long, and a way out.
        await eventually(() => world.surface, "the stage is shown");
        world.wayOut().click();
        const state = await over;
        same(state.status === "closed" && state.reason, "cancelled", "reason");
        same(aborted, true, "the call is aborted");
        await eventually(() => document.activeElement === world.opener, "the focus is back on the button");
        world.mustBeClean();
      },
    },
  ],
};
