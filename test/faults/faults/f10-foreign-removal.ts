import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, failedWith, nextLoad, same, type World } from "../harness/world.ts";
import { findDeep } from "../../support/find-deep.ts";

/** A removal that takes the widget with it: an error that says so, and the page is clean at once. */
const removals: Record<string, (world: World) => void> = {
  "the frame": ({ frame }) => frame.remove(),
  "the stage": ({ stage }) => stage!.remove(),
  "everything under the root": () => document.documentElement.replaceChildren(document.head, document.body),
};

const removed = Object.entries(removals).map(([what, remove]): FaultCheck => ({
  name: `the host removes ${what}`,
  async kit(world) {
    const { over, events } = await world.openKit();
    remove(world);
    failedWith(await over, "widget-removed");
    same(
      events.map(({ type }) => type),
      ["open", "error"],
      "events",
    );
    world.mustBeClean();
    await world.mustWorkAgain();
  },
}));

export const foreignRemoval: Fault = {
  id: "F10",
  title: "a removed frame leaves listeners that answer for later sessions",
  peers: ["R7"],
  checks: [
    {
      name: "a router replaces the page's content in mid-session",
      async raw(world) {
        const vendor = await world.vendor();
        const first = await world.openRaw({}, vendor);
        document.body.innerHTML = "";
        // The guard of the next open() looks for the id alone, so it opens.
        const second = await world.openRaw({}, vendor);
        await world.say(closeMessage());
        return first.closes.length === 1 && second.closes.length === 0;
      },
      async kit(world) {
        const { over } = await world.openKit();
        document.body.innerHTML = "<main>another page</main>";
        // The stage stands beside the body: the person goes on.
        same(Boolean(world.frame?.isConnected), true, "Connect is still there");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
        await world.mustWorkAgain();
      },
    },
    {
      name: "the vendor's own clean-up finds its nodes gone",
      async raw(world) {
        await world.openRaw();
        world.frame.remove();
        window.postMessage(closeMessage(), "*");
        await new Promise((resolve) => addEventListener("error", resolve, { once: true }));
        return Boolean(document.querySelector("#human-api-connect-modal-overlay"));
      },
      async kit(world) {
        const { over } = await world.openKit();
        findDeep("#human-api-connect-modal-overlay")!.remove();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
    ...removed,
    {
      name: "the host removes the button",
      async kit(world) {
        const { over, events } = await world.openKit();
        world.opener.remove();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        same(
          events.map(({ type }) => type),
          ["open", "close"],
          "events",
        );
        world.mustBeClean();
      },
    },
    {
      name: "five pages in a row are replaced, and each opens Connect",
      async raw(world) {
        const vendor = await world.vendor();
        let calls = 0;
        for (let pages = 0; pages < 5; pages++) {
          vendor.open({ token: "t", baseURL: world.origins.connect, version: "V2" });
          if (pages === 0) vendor.on("close", () => void calls++);
          await nextLoad(world.frame);
          if (pages < 4) document.body.innerHTML = "";
        }
        await world.say(closeMessage());
        return calls > 1;
      },
      async kit(world) {
        const { connect, events } = world.createKit();
        for (let pages = 0; pages < 5; pages++) {
          const over = connect.open();
          await world.untilLive();
          document.body.innerHTML = "";
          await world.say(closeMessage());
          await over;
        }
        same(events.filter(({ type }) => type === "close").length, 5, "close events");
        world.mustBeClean();
      },
    },
  ],
};
