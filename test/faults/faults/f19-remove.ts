import type { ConnectClient } from "@human-connect/core";
import { createFirstClient } from "../clients/first-client.ts";
import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, same, type World } from "../harness/world.ts";

/** As templates, portals and shadow roots do all the time. */
function removesAsItShould(): boolean {
  try {
    document.createElement("i").remove();
    const fragment = document.createDocumentFragment();
    fragment.append(document.createElement("i"));
    (fragment.firstChild as Element).remove();
    const root = document.createElement("div").attachShadow({ mode: "open" });
    root.append(document.createElement("i"));
    root.firstElementChild!.remove();
    return !fragment.firstChild && !root.firstChild;
  } catch {
    return false;
  }
}

const overriding = (when: "open" | "load"): FaultCheck => ({
  name: `remove() of the whole page is replaced when such a client ${when === "open" ? "opens" : "loads"}`,
  async raw({ origins }: World) {
    const client = createFirstClient(when);
    client.open({ token: "t", baseURL: origins.connect });
    return !removesAsItShould();
  },
  async kit(world: World) {
    const client: ConnectClient = { load: async () => createFirstClient(when) };
    const { over } = await world.openKit({ client });
    same(removesAsItShould(), true, "remove() works in mid-session");
    await world.say(closeMessage());
    same((await over).status, "closed", "status");
    same(removesAsItShould(), true, "remove() works afterwards");
    same(["remove" in NodeList.prototype, "remove" in HTMLCollection.prototype], [false, false], "remove() of lists");
    world.mustBeClean();
  },
});

export const replacedRemove: Fault = {
  id: "F19",
  title: "remove() is replaced for the whole page",
  checks: [overriding("open"), overriding("load")],
};
