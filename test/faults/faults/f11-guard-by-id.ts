import type { Fault } from "../fault.ts";
import { closeMessage, failedWith, same, type World } from "../harness/world.ts";
import { findDeep } from "../../support/find-deep.ts";

function addForeigner(): HTMLElement {
  const element = Object.assign(document.createElement("section"), { id: "human-api" });
  document.body.append(element);
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
        const { connect } = world.createKit();
        const state = await connect.open();
        failedWith(state, "widget-busy");
        same(
          state.status === "error" && state.error.message.includes("id human-api."),
          true,
          "the message names the id",
        );
        world.mustBeCleanBeside(foreigner);
        foreigner.id = "about-human-api";
        await world.mustWorkAgain();
        world.mustBeClean();
      },
    },
    {
      name: "such an element comes in mid-session, before the frame",
      async kit(world: World) {
        const { over } = await world.openKit();
        const foreigner = Object.assign(document.createElement("i"), { id: "human-api" });
        document.body.prepend(foreigner);
        const frame = findDeep<HTMLIFrameElement>("iframe#human-api")!;
        await world.say(closeMessage(), frame);
        same((await over).status, "closed", "status");
        foreigner.remove();
        world.mustBeClean();
      },
    },
  ],
};
