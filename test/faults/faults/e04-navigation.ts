import type { Fault } from "../fault.ts";
import { closeMessage, connectMessage, eventually, nextLoad, same, type World } from "../harness/world.ts";

async function moveOn({ frame }: World): Promise<void> {
  const loaded = nextLoad(frame);
  frame.contentWindow!.postMessage({ move: "?next-screen" }, "*");
  await loaded;
}

async function endsWell(world: World, events: { type: string }[], over: Promise<{ status: string }>): Promise<void> {
  await world.say(connectMessage());
  await eventually(() => events.some(({ type }) => type === "connect"), "Connect is heard");
  await world.say(closeMessage());
  same((await over).status, "closed", "status");
  same(
    events.map(({ type }) => type),
    ["open", "connect", "close"],
    "events",
  );
  world.mustBeClean();
}

export const navigation: Fault = {
  id: "E4",
  title: "pages come and go",
  checks: [
    {
      name: "Connect goes on to another page of its own",
      async kit(world: World) {
        const { over, events } = await world.openKit();
        await moveOn(world);
        await endsWell(world, events, over);
      },
    },
    {
      name: "the Back button, after Connect has gone on",
      async kit(world: World) {
        const { over, events } = await world.openKit();
        await moveOn(world);
        const back = nextLoad(world.frame);
        history.back();
        await back;
        same(document.title, "Host", "the host's page is still there");
        await endsWell(world, events, over);
      },
    },
    {
      name: "the host's router moves on in mid-session",
      async kit(world: World) {
        const { over, events } = await world.openKit();
        const { href } = location;
        history.pushState(null, "", "#elsewhere");
        document.querySelector("main")!.replaceChildren("another page");
        await endsWell(world, events, over);
        history.replaceState(null, "", href);
      },
    },
  ],
};
