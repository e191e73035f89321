import type { Fault } from "../fault.ts";
import { closeMessage, failedWith, same, type World } from "../harness/world.ts";
import { findDeep } from "../../support/find-deep.ts";

function addForeigner(id = "human-api", tag = "section"): HTMLElement {
  const element = Object.assign(document.createElement(tag), { id });
  document.body.prepend(element);
  return element;
}

export const guardById: Fault = {
  id: "F11",
  title: "any element with its id makes open() do nothing, in silence",
  checks: [
    {
      name: "an article of the page has the id human-api",
      async raw(world: World) {
        addForeigner();
        const { returned, closes } = await world.openRaw();
        return returned === null && closes.length === 0 && !document.querySelector("iframe");
      },
      async kit(world: World) {
        const foreigner = addForeigner();
        await world.mustWorkAgain();
        same(foreigner.isConnected, true, "the article is still there");
        world.mustBeCleanBeside(foreigner);
        foreigner.remove();
      },
    },
    {
      name: "its clean-up takes an element of the page away that has the id of its overlay",
      async raw(world: World) {
        const foreigner = addForeigner("human-api-connect-modal-overlay");
        await world.openRaw();
        await world.say(closeMessage());
        return !foreigner.isConnected;
      },
      async kit(world: World) {
        const foreigner = addForeigner("human-api-connect-modal-overlay");
        await world.mustWorkAgain();
        same(foreigner.isConnected, true, "the element is still there");
        world.mustBeCleanBeside(foreigner);
        foreigner.remove();
      },
    },
    {
      name: "a session that is not the kit's is open",
      async kit(world: World) {
        await world.openRaw();
        const state = await world.createKit().connect.open();
        failedWith(state, "widget-busy");
        same(
          state.status === "error" && state.error.message.includes("id human-api."),
          true,
          "the message names the id",
        );
        await world.say(closeMessage());
        world.mustBeClean();
        await world.mustWorkAgain();
      },
    },
    {
      name: "such an element comes in mid-session, before the frame",
      async kit(world: World) {
        const { over } = await world.openKit();
        const foreigner = addForeigner("human-api", "i");
        const frame = findDeep<HTMLIFrameElement>("iframe#human-api")!;
        await world.say(closeMessage(), frame);
        same((await over).status, "closed", "status");
        same(foreigner.isConnected, true, "the element is still there");
        world.mustBeCleanBeside(foreigner);
        foreigner.remove();
      },
    },
  ],
};
