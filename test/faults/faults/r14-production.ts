import type { Fault, PageOptions } from "../fault.ts";
import { closeMessage, failedWith, same, type World } from "../harness/world.ts";

const production = "https://hapi-connect.humanapi.co";

/** The address is all that is looked at: no request leaves this machine. */
const page: PageOptions = {
  headers: {
    "content-security-policy":
      "frame-src http://127.0.0.1:*; img-src data: http://127.0.0.1:*; connect-src http://127.0.0.1:*",
  },
};

async function opensProduction(world: World, baseURL: string | undefined): Promise<boolean> {
  const defaults = { token: "token", baseURL: world.origins.connect };
  (await world.vendor()).open({ ...defaults, baseURL });
  return new URL(world.frame.src).origin === production;
}

export const productionUnasked: Fault = {
  id: "R14",
  title: "production without having been asked",
  checks: [
    {
      name: "an address that overrides with undefined",
      page,
      raw: (world) => opensProduction(world, undefined),
      async kit(world: World) {
        const { connect } = world.createKit();
        const over = connect.open({ baseUrl: undefined });
        await world.untilLive();
        same(new URL(world.frame.src).origin, world.origins.connect, "what is opened");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
      },
    },
    {
      name: "an address that is empty",
      page,
      raw: (world) => opensProduction(world, ""),
      async kit(world: World) {
        failedWith(await world.createKit({ baseUrl: "" }).connect.open(), "invalid-option");
        failedWith(await world.createKit().connect.open({ baseUrl: "" }), "invalid-option");
      },
    },
  ],
};
