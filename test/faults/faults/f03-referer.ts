import type { Fault } from "../fault.ts";
import { same, type World } from "../harness/world.ts";

/** What the Connect page's requests said about where they came from, one entry a request. */
async function readReferers({ origins }: World): Promise<(string | null)[]> {
  return (await fetch(`${origins.connect}/referers`)).json() as Promise<(string | null)[]>;
}

const page = { headers: { "referrer-policy": "unsafe-url" } };

export const referer: Fault = {
  id: "F3",
  title: "the address of the host's page goes to Connect",
  checks: [
    {
      name: "a page whose address names a patient, under referrer-policy: unsafe-url",
      page,
      async raw(world) {
        await readReferers(world);
        await world.openRaw();
        return (await readReferers(world)).some((from) => from?.includes("/page?"));
      },
      async kit(world) {
        await readReferers(world);
        const { connect, over } = await world.openKit();
        same(await readReferers(world), [null], "referers of the one request");
        connect.close();
        await over;
      },
    },
  ],
};
