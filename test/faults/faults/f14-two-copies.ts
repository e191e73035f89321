import type { Fault } from "../fault.ts";
import { closeMessage, eventually, failedWith, same, type Payload, type World } from "../harness/world.ts";

/** The single file for CMS pages: it has a core of its own. */
async function addOtherCopy(world: World): Promise<HTMLElementTagNameMap["human-connect-button"]> {
  const script = Object.assign(document.createElement("script"), { src: "/element/human-connect.js", type: "module" });
  const loaded = new Promise((resolve) => (script.onload = resolve));
  document.head.append(script);
  await loaded;
  document.body.insertAdjacentHTML(
    "beforeend",
    `<human-connect-button base-url="${world.origins.connect}" client-url="${world.script("good")}"></human-connect-button>`,
  );
  const element = document.querySelector("human-connect-button")!;
  element.options = { getToken: () => "token" };
  return element;
}

export const twoCopies: Fault = {
  id: "F14",
  title: "two copies of the client: events go to the wrong one",
  checks: [
    {
      name: "the script is on the page twice",
      peers: ["R1"],
      async raw(world: World) {
        const first = await world.vendor();
        const second = await world.vendor();
        const heard: Payload[] = [];
        second.on("close", (payload) => heard.push(payload));
        await world.openRaw({ version: "V2" }, first);
        await world.say(closeMessage());
        return first !== second && heard.length === 0;
      },
      async kit(world: World) {
        await world.vendor();
        await world.vendor();
        await world.mustWorkAgain();
        world.mustBeClean();
      },
    },
    {
      name: "two copies of the kit on one page",
      async kit(world: World) {
        const element = await addOtherCopy(world);
        const { connect, over } = await world.openKit();
        failedWith(await element.connect.open(), "widget-busy");
        same(connect.getState().status, "open", "the first copy's session goes on");
        await world.say(closeMessage());
        await over;
        const again = element.connect.open();
        await world.untilLive();
        failedWith(await world.createKit().connect.open(), "widget-busy");
        await world.say(closeMessage());
        same((await again).status, "closed", "the second copy's session");
        element.remove();
        await eventually(() => !world.stage, "the stage is gone");
        world.mustBeClean();
      },
    },
  ],
};
