import { cdnClient, type HumanConnectState } from "@human-connect/core";
import type { Fault } from "../fault.ts";
import { closeMessage, eventually, failedWith, pause, same, type World } from "../harness/world.ts";

const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** It reports what a Content-Security-Policy blocks, and nothing of isolation. */
const isFirefox = (): boolean => navigator.userAgent.includes("Firefox");

const namesIsolation = /Cross-Origin-Embedder-Policy/;

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
      name: "the page loads what is of others without credentials, and Connect is refused all the same",
      page: { headers: { ...isolated, "cross-origin-embedder-policy": "credentialless" } },
      async kit(world: World) {
        // WebKit does not know this policy: its frame lives.
        if (!crossOriginIsolated) return world.mustWorkAgain();
        const { connect } = world.createKit({ timeouts: { widgetMs: 1500 } });
        const over = connect.open();
        // Firefox says nothing at all, neither that the frame has loaded nor that it has not.
        const isTold = !isFirefox();
        if (isTold) {
          await world.untilDoubted();
          world.wayOut().click();
        }
        const state = await over;
        failedWith(state, isTold ? "widget-failed" : "widget-timeout");
        same(
          state.status === "error" && namesIsolation.test(state.error.message),
          true,
          "the message names the header",
        );
        world.mustBeClean();
      },
    },
    ...["isolate-and-require-corp", "isolate-and-credentialless"].map((policy) => ({
      name: `a document that is isolated by itself lets Connect live: ${policy}`,
      page: { headers: { "document-isolation-policy": policy } },
      async kit(world: World) {
        const { connect, over } = await world.openKit();
        // The question is asked a second time after a second; nobody may doubt then.
        await pause(2500);
        same(world.surface!.querySelector<HTMLElement>(".doubt")!.hidden, true, "no doubt");
        connect.close();
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    })),
    {
      name: "the vendor's script comes from a server that consents to nothing",
      page: { headers: isolated },
      async kit(world: World) {
        const url = `${world.origins.connect}/script/good.js`;
        const state = await world.createKit({ client: cdnClient({ url, retries: 0 }) }).connect.open();
        // Firefox does not say which policy it was.
        failedWith(state, isFirefox() ? "client-failed" : "client-blocked");
        const { message } = (state as Extract<HumanConnectState, { status: "error" }>).error;
        same(
          namesIsolation.test(message) && message.includes("crossOrigin"),
          true,
          "the message names policy and remedy",
        );
        await cdnClient({ url, crossOrigin: "anonymous" }).load(new AbortController().signal);
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
