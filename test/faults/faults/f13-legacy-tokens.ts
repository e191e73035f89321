import { legacyClient } from "@human-connect/core/legacy";
import type { Fault } from "../fault.ts";
import { eventually, same, type World } from "../harness/world.ts";
import { findDeep } from "../../support/find-deep.ts";

interface LegacyVendor {
  open(options: Record<string, unknown>): void;
}

const frame = (): HTMLIFrameElement | null => findDeep<HTMLIFrameElement>("#human-connect");
const query = (): URLSearchParams => new URL(frame()!.src).searchParams;

async function loadLegacy({ origins }: World): Promise<LegacyVendor> {
  const script = Object.assign(document.createElement("script"), { src: `${origins.legacy}/connect.js` });
  const loaded = new Promise((resolve) => (script.onload = resolve));
  document.head.append(script);
  await loaded;
  return (window as unknown as { HumanConnect: LegacyVendor }).HumanConnect;
}

/** Opens the old popup with the kit for one person, reads its address, and closes it. */
async function readAddress(world: World, clientUserId: string, publicToken: string | null): Promise<URLSearchParams> {
  const client = legacyClient({
    clientId: "sandbox-client-id",
    clientUserId,
    finalize: () => {},
    url: `${world.origins.legacy}/connect.js`,
  });
  const { connect } = world.createKit({ client, baseUrl: world.origins.legacy, getToken: () => ({ publicToken }) });
  const over = connect.open();
  await eventually(frame, "the popup opens");
  const address = query();
  connect.close();
  await over;
  return address;
}

export const legacyTokens: Fault = {
  id: "F13",
  title: "the legacy client opens one person's data for another",
  checks: [
    {
      name: "the next person has no public token yet",
      async raw(world: World) {
        const vendor = await loadLegacy(world);
        vendor.open({ clientId: "c", clientUserId: "one", publicToken: "token-of-one" });
        (await eventually(frame, "the first popup opens")).remove();
        vendor.open({ clientId: "c", clientUserId: "two", publicToken: "" });
        await eventually(frame, "the second popup opens");
        return query().get("publicToken") === "token-of-one";
      },
      async kit(world: World) {
        same((await readAddress(world, "one", "token-of-one")).get("publicToken"), "token-of-one", "the first token");
        const second = await readAddress(world, "two", null);
        same([second.get("clientUserId"), second.get("publicToken") || null], ["two", null], "the second popup");
        world.mustBeClean();
      },
    },
    {
      name: "a user id that reads like parameters",
      async raw(world: World) {
        const vendor = await loadLegacy(world);
        vendor.open({ clientId: "c", clientUserId: "a&publicToken=stolen#" });
        await eventually(frame, "the popup opens");
        return query().get("publicToken") === "stolen";
      },
      async kit(world: World) {
        const address = await readAddress(world, "a&publicToken=stolen#", "mine");
        same(
          [address.get("clientUserId"), address.get("publicToken")],
          ["a&publicToken=stolen#", "mine"],
          "the address",
        );
        world.mustBeClean();
      },
    },
  ],
};
