import type { Fault } from "../fault.ts";
import { closeMessage, eventually, failedWith, pause, same, type World } from "../harness/world.ts";

const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

export const isolation: Fault = {
  id: "F21",
  title: "an isolated page blocks Connect without a word",
  checks: [
    {
      name: "the page requires a policy that Connect does not send",
      page: { headers: isolated },
      async raw(world: World) {
        const vendor = await world.vendor();
        let calls = 0;
        vendor.open({ token: "t", baseURL: world.origins.connect, onClose: () => calls++ });
        await pause(700);
        return calls === 0 && Boolean(world.frame);
      },
      async kit(world: World) {
        const { connect } = world.createKit();
        world.opener.focus();
        const over = connect.open();
        await world.untilDoubted();
        world.wayOut().click();
        failedWith(await over, "widget-failed");
        await eventually(() => document.activeElement === world.opener, "the focus is back on the button");
        world.mustBeClean();
      },
    },
    {
      name: "the page is isolated, and Connect sends what it needs",
      page: { headers: isolated },
      async kit(world: World) {
        const headers = {
          "cross-origin-embedder-policy": "require-corp",
          "cross-origin-resource-policy": "cross-origin",
        };
        await world.mustWorkAgain({
          baseUrl: `${world.origins.connect}/?${new URLSearchParams({ headers: JSON.stringify(headers) })}`,
        });
        world.mustBeClean();
      },
    },
    {
      name: "the page cuts its popups off",
      page: { headers: { "cross-origin-opener-policy": "same-origin" } },
      async kit(world: World) {
        const { over } = await world.openKit();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
  ],
};
