import type { ConnectClient, VendorClient } from "@human-connect/core";
import { createContainerClient } from "../clients/container-client.ts";
import { createFirstClient } from "../clients/first-client.ts";
import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, eventually, failedWith, same, type World } from "../harness/world.ts";

const generations: Record<string, () => VendorClient> = {
  "1.x, callbacks alone": () => createFirstClient(),
  "from 2.4.4 on, with a container": () => createContainerClient(),
};

const clientOf = (create: () => VendorClient): ConnectClient => ({ load: async () => create() });

/** A token with every character that means something in an address. */
const awkward = "a+b&c=d#e/f?g%20h";

const each = Object.entries(generations).flatMap(([which, create]): FaultCheck[] => [
  {
    name: `a whole session with a client ${which}`,
    async kit(world) {
      await world.mustWorkAgain({ client: clientOf(create) });
      world.mustBeClean();
      const { over, connect } = await world.openKit({ client: clientOf(create) });
      connect.close();
      same((await over).status, "closed", "closed by the host");
      world.mustBeClean();
    },
  },
  {
    name: `a token that must be encoded, with a client ${which}`,
    async kit(world) {
      const { over } = await world.openKit({ client: clientOf(create), getToken: () => awkward });
      const address = new URL(world.frame.src);
      same([address.searchParams.get("token"), address.hash], [awkward, ""], "the token that Connect gets");
      await world.say(closeMessage());
      await over;
      world.mustBeClean();
    },
  },
  {
    name: `elements of the page have the ids that a client ${which} looks for`,
    async kit(world) {
      const id = which.includes("container") ? "human-api-container" : "human-api";
      const foreigner = document.body.appendChild(Object.assign(document.createElement("i"), { id }));
      await world.mustWorkAgain({ client: clientOf(create) });
      same(foreigner.isConnected, true, "the element is still there");
      // A frame is another session.
      foreigner.append(Object.assign(document.createElement("iframe"), { id: "human-api" }));
      const state = await world.createKit({ client: clientOf(create) }).connect.open();
      failedWith(state, "widget-busy");
      same(state.status === "error" && state.error.message.includes(`id ${id}.`), true, "the message names the id");
      foreigner.remove();
      world.mustBeClean();
    },
  },
]);

export const clientGenerations: Fault = {
  id: "E5",
  title: "every generation of the client",
  checks: [
    {
      name: "1.x pastes the token into the address as it is",
      async raw({ origins }: World) {
        createFirstClient("open").open({ token: awkward, baseURL: origins.connect });
        const frame = document.querySelector<HTMLIFrameElement>("#human-api")!;
        return new URL(frame.src).searchParams.get("token") !== awkward;
      },
      async kit(world: World) {
        const { over } = await world.openKit({
          client: clientOf(() => createFirstClient()),
          getToken: () => awkward,
        });
        same(new URL(world.frame.src).searchParams.get("token"), awkward, "the token that Connect gets");
        await world.say(closeMessage());
        await over;
      },
    },
    {
      name: "payloads with the names of 1.x",
      async kit(world: World) {
        const { over } = await world.openKit();
        const [alder, birch] = [
          { id: "a1", name: "Alder Clinic" },
          { id: "b2", name: "Birch Pharmacy" },
        ];
        const sessionResults = { connected: [alder], disconnected: [birch] };
        await world.say({ type: "hapi-connect-close", sessionResults, connections: [alder] });
        const state = await over;
        same(
          state.status === "closed" && [
            state.session.sessionResults.connectedSources,
            state.session.sessionResults.disconnectedSources,
            state.currentConnections,
          ],
          [[alder], [birch], [alder]],
          "the session",
        );
      },
    },
    ...each,
    {
      name: "a client that adds its frame later, outside the airlock",
      async kit(world: World) {
        const { connect, over } = await world.openEscaping();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        same(connect.getState().currentConnections.length, 1, "connections");
        // This page is a production build: there the kit never warns.
        same(world.warnings, [], "warnings");
        world.mustBeClean();
      },
    },
    {
      name: "a message of a type that nobody knows",
      async kit(world: World) {
        const { over } = await world.openKit();
        await world.say({ type: "hapi-connect-something-new" });
        await world.say({ type: "hapi-connect-something-new" });
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        same(world.warnings, [], "warnings");
        await eventually(() => !world.stage, "the stage is gone");
        world.mustBeClean();
      },
    },
  ],
};
