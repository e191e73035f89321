import { cdnClient, type ConnectClient } from "@human-connect/core";
import { legacyClient } from "@human-connect/core/legacy";
import type { Fault, FaultCheck } from "../fault.ts";
import { nextLoad, same, type World } from "../harness/world.ts";

/** What requests to Connect's server, for its page and for scripts, said about where they came from, one entry a request. */
async function readReferers({ origins }: World): Promise<(string | null)[]> {
  return (await fetch(`${origins.connect}/referers`)).json() as Promise<(string | null)[]>;
}

const namesPatient = (referer: string | null): boolean => Boolean(referer?.includes("/page?"));

const page = { headers: { "referrer-policy": "unsafe-url" } };

const scriptCheck = (policy: string): FaultCheck => ({
  name: `the tag of the vendor's script, under referrer-policy: ${policy}`,
  page: { headers: { "referrer-policy": policy } },
  async raw(world) {
    await readReferers(world);
    await world.addScript(`${world.origins.connect}/script/good.js`);
    return (await readReferers(world)).some(namesPatient);
  },
  async kit(world) {
    await readReferers(world);
    const load = ({ load: start }: ConnectClient): Promise<unknown> =>
      start(new AbortController().signal).catch(() => undefined);
    const legacy = { clientId: "c", clientUserId: "u", finalize: (): void => {} };
    await load(cdnClient({ url: `${world.origins.connect}/script/good.js` }));
    // A script that fails is asked for again, and in between its server is asked why.
    await load(cdnClient({ url: `${world.origins.connect}/script/missing.js`, retries: 1 }));
    await load(legacyClient({ ...legacy, url: `${world.origins.connect}/script/2.3.1.js` }));
    same(await readReferers(world), [null, null, null, null, null], "referers of the scripts");
    delete window.HumanConnect;
    world.mustBeClean();
  },
});

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
        return (await readReferers(world)).some(namesPatient);
      },
      async kit(world) {
        await readReferers(world);
        const { connect, over } = await world.openKit();
        same(await readReferers(world), [null], "referers of the one request");
        connect.close();
        await over;
      },
    },
    scriptCheck("unsafe-url"),
    scriptCheck("no-referrer-when-downgrade"),
    {
      name: "a frame that passes the airlock by and goes on to another page",
      page,
      async kit(world) {
        const { connect, over } = await world.openEscaping();
        same(world.frame.referrerPolicy, "no-referrer", "the frame's policy");
        await readReferers(world);
        const loaded = nextLoad(world.frame);
        world.frame.src = `${world.origins.connect}/?token=another`;
        await loaded;
        // WebKit heeds only the policy that a frame was added with.
        const isHeeded = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
        same((await readReferers(world)).some(namesPatient), !isHeeded, "the next request tells the page's address");
        connect.close();
        await over;
        world.mustBeClean();
      },
    },
  ],
};
