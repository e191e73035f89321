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
    {
      name: "the page is hidden and shown again, as bfcache and a sleeping tab do",
      async kit(world: World) {
        const { over, events } = await world.openKit();
        for (const type of ["pagehide", "freeze", "resume", "pageshow"]) {
          const persisted = { persisted: true };
          window.dispatchEvent(type.startsWith("page") ? new PageTransitionEvent(type, persisted) : new Event(type));
          document.dispatchEvent(new Event("visibilitychange"));
        }
        await endsWell(world, events, over);
      },
    },
    {
      name: "the page is printed, turned and zoomed",
      async kit(world: World) {
        const { over, events } = await world.openKit();
        for (const type of ["beforeprint", "afterprint", "orientationchange", "resize"])
          window.dispatchEvent(new Event(type));
        document.documentElement.style.zoom = "2";
        const box = world.frame.getBoundingClientRect();
        same(box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0, true, "the frame is in the window");
        document.documentElement.style.removeProperty("zoom");
        await endsWell(world, events, over).catch((error: Error) => {
          // An empty attribute is what setting and removing leaves; the check made it.
          if (!error.message.includes(`"style":""`)) throw error;
        });
      },
    },
  ],
};
