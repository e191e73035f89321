import type { Fault, PageOptions } from "../fault.ts";
import { closeMessage, nextLoad, same, type World } from "../harness/world.ts";

const page: PageOptions = { head: `<script type="module" src="/assets/react-page.js"></script>` };

export const staleCallbacks: Fault = {
  id: "R5",
  title: "stale callbacks, or a new instance at each render",
  checks: [
    {
      name: "a React component renders anew in mid-session",
      page,
      async raw(world: World) {
        const { show, click, RawButton } = window.reactPage;
        const vendor = await world.vendor();
        const heard: string[] = [];
        const propsOf = (render: string) => ({
          vendor,
          options: { token: "token", baseURL: world.origins.connect },
          onClose: () => void heard.push(render),
        });
        show(RawButton, propsOf("first"));
        click();
        await nextLoad(world.frame);
        show(RawButton, propsOf("second"));
        await world.say(closeMessage());
        return heard.join() === "first";
      },
      async kit(world: World) {
        const { show, click, hide, KitButton } = window.reactPage;
        const heard: string[] = [];
        const propsOf = (render: string) => ({ options: world.kitOptions, onClose: () => void heard.push(render) });
        show(KitButton, propsOf("first"));
        click();
        await world.untilLive();
        const { frame } = world;
        show(KitButton, propsOf("second"));
        same(world.frame === frame, true, "the widget is the same");
        await world.say(closeMessage());
        same(heard, ["second"], "whose onClose is called");
        hide();
      },
    },
    {
      name: "a React component listens in an effect, and renders three times",
      page,
      async raw(world: World) {
        const { show, click, RawListener } = window.reactPage;
        const vendor = await world.vendor();
        const options = { token: "token", baseURL: world.origins.connect };
        let calls = 0;
        for (let renders = 0; renders < 3; renders++)
          show(RawListener, { vendor, options, onClose: () => void calls++ });
        click();
        await nextLoad(world.frame);
        await world.say(closeMessage());
        return calls > 1;
      },
      async kit(world: World) {
        const { show, click, hide, KitButton } = window.reactPage;
        let calls = 0;
        for (let renders = 0; renders < 3; renders++)
          show(KitButton, { options: world.kitOptions, onClose: () => void calls++ });
        click();
        await world.untilLive();
        await world.say(closeMessage());
        same(calls, 1, "calls of onClose");
        hide();
      },
    },
  ],
};
