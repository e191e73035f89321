import type { Fault, PageOptions } from "../fault.ts";
import { closeMessage, eventually, nextLoad, same, type World } from "../harness/world.ts";

const page: PageOptions = { head: `<script type="module" src="/assets/react-page.js"></script>` };

async function showRaw(world: World, onClose: () => void): Promise<void> {
  const { show, RawOpening } = window.reactPage;
  const vendor = await world.vendor();
  show(RawOpening, { vendor, options: { token: "token", baseURL: world.origins.connect }, onClose });
  await nextLoad(world.frame);
}

export const strictMode: Fault = {
  id: "R6",
  title: "StrictMode loses events or makes two",
  checks: [
    {
      name: "a component opens Connect when it is shown",
      page,
      async raw(world: World) {
        let calls = 0;
        await showRaw(world, () => void calls++);
        await world.say(closeMessage());
        // The first effect has opened and is cleaned up; the second finds it open, and its callbacks are dropped.
        return calls === 0;
      },
      async kit(world: World) {
        const { show, hide, KitOpening } = window.reactPage;
        let tokens = 0;
        let calls = 0;
        const getToken = (): string => `token-${++tokens}`;
        show(KitOpening, { options: { ...world.kitOptions, getToken }, onClose: () => void calls++ });
        await world.untilLive();
        await world.say(closeMessage());
        await eventually(() => !world.stage, "the session ends");
        same([tokens, calls], [1, 1], "tokens and calls of onClose");
        hide();
      },
    },
    {
      name: "a component goes away in mid-session",
      page,
      async raw(world: World) {
        await showRaw(world, () => {});
        window.reactPage.hide();
        // And nothing that the page could call closes it.
        return Boolean(world.frame);
      },
      async kit(world: World) {
        const { show, hide, KitOpening } = window.reactPage;
        let calls = 0;
        show(KitOpening, { options: world.kitOptions, onClose: () => void calls++ });
        await world.untilLive();
        hide();
        await eventually(() => !world.stage && calls, "the session ends");
        same(calls, 1, "calls of onClose");
      },
    },
  ],
};
