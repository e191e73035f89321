import { cdnClient, type HumanConnectError, type HumanConnectState } from "@human-connect/core";
import { legacyClient } from "@human-connect/core/legacy";
import { createContainerClient } from "../clients/container-client.ts";
import type { Fault } from "../fault.ts";
import { closeMessage, eventually, failedWith, pause, same, type World } from "../harness/world.ts";
import { findDeep } from "../../support/find-deep.ts";

const strict = "default-src 'none'; script-src 'self'; connect-src *; style-src 'self'; img-src data:";

/** Counts the script tags that are added from now on. */
function countTags(): () => number {
  let count = 0;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      count += [...addedNodes].filter((node) => node instanceof HTMLScriptElement).length;
  });
  observer.observe(document, { childList: true, subtree: true });
  return () => count;
}

async function hashOf(url: string): Promise<string> {
  const content = await (await fetch(url)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", content));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

function readError(state: HumanConnectState): HumanConnectError {
  same(state.status, "error", "status");
  return (state as Extract<HumanConnectState, { status: "error" }>).error;
}

export const policies: Fault = {
  id: "F20",
  title: "a policy that lacks a directive ends in silence",
  checks: [
    {
      name: "frame-src does not name Connect",
      page: { headers: { "content-security-policy": `${strict}; frame-src 'none'` } },
      async raw(world: World) {
        const vendor = await world.vendor();
        let calls = 0;
        vendor.open({ token: "t", baseURL: world.origins.connect, onClose: () => calls++ });
        await pause(500);
        return calls === 0 && Boolean(world.frame);
      },
      async kit(world: World) {
        const { connect } = world.createKit();
        const state = await connect.open();
        failedWith(state, "widget-blocked");
        const names = state.status === "error" && state.error.message.includes(`frame-src ${world.origins.connect}`);
        same(names, true, "the message names the directive to add");
        world.mustBeClean();
      },
    },
    {
      name: "script-src does not name the CDN",
      page: { headers: { "content-security-policy": `${strict}; frame-src *` } },
      async raw({ origins }: World) {
        const script = Object.assign(document.createElement("script"), { src: `${origins.stranger}/script.js` });
        document.head.append(script);
        await new Promise((resolve) => (script.onerror = resolve));
        // An event without a reason is all that a page gets.
        return !("HumanConnect" in window);
      },
      async kit(world: World) {
        const { connect } = world.createKit({ client: cdnClient({ url: `${world.origins.stranger}/script.js` }) });
        const state = await connect.open();
        failedWith(state, "client-blocked");
        same(
          state.status === "error" && state.error.message.includes("script-src"),
          true,
          "the message names the directive",
        );
        world.mustBeClean();
      },
    },
    {
      name: "the script is another one than the one with this hash",
      async kit(world: World) {
        const tags = countTags();
        const client = cdnClient({ url: world.script("2.4.1"), integrity: await hashOf(world.script("2.3.1")) });
        const state = await world.createKit({ client }).connect.open();
        const { code, message } = readError(state);
        same([code, tags()], ["client-failed", 1], "code, and how often it was asked for");
        same(/hash/.test(message) && /integrity/.test(message), true, "the message says that the hash is wrong");
        world.mustBeClean();
      },
    },
    {
      name: "the strictest policy that lets Connect through, with Trusted Types",
      page: {
        headers: {
          "content-security-policy": `${strict}; frame-src *; require-trusted-types-for 'script'; trusted-types human-connect`,
        },
      },
      async kit(world: World) {
        const violations: string[] = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
          violations.push(effectiveDirective),
        );
        await world.mustWorkAgain();
        same(violations, [], "violations");
        world.mustBeClean();
      },
    },
    {
      name: "the legacy client under Trusted Types",
      page: {
        headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types human-connect raw" },
      },
      async raw({ origins }: World) {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
        };
        const raw = trustedTypes.createPolicy("raw", { createScriptURL: (url: string) => url });
        const script = document.createElement("script");
        script.src = raw.createScriptURL(`${origins.legacy}/connect.js`);
        const loaded = new Promise((resolve) => (script.onload = resolve));
        document.head.append(script);
        await loaded;
        try {
          (window as unknown as { HumanConnect: { open(options: object): void } }).HumanConnect.open({ clientId: "c" });
        } catch {
          return true;
        }
        return false;
      },
      async kit(world: World) {
        const client = legacyClient({
          clientId: "sandbox-client-id",
          clientUserId: "trusted",
          finalize: () => {},
          url: `${world.origins.legacy}/connect.js`,
        });
        const { connect } = world.createKit({
          client,
          baseUrl: world.origins.legacy,
          getToken: () => ({ publicToken: null }),
        });
        const over = connect.open();
        await eventually(() => findDeep("#human-connect"), "the popup opens");
        connect.close();
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
    {
      name: "a client of the second generation brings an inline stylesheet",
      page: { headers: { "content-security-policy": `${strict}; frame-src *` } },
      async raw(world: World) {
        const violated = new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
        });
        await world.openRaw({ enableFocusTrap: true, useSentinelTrap: true }, createContainerClient());
        return (await violated).startsWith("style-src");
      },
      async kit(world: World) {
        // The trap that brings it is the stage's business, so it is never asked for.
        const violations: string[] = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
          violations.push(effectiveDirective),
        );
        const { over } = await world.openKit({ client: { load: async () => createContainerClient() } });
        await world.say(closeMessage());
        await over;
        same(violations, [], "violations");
        same(document.querySelector("#focus-trap-styles"), null, "the stylesheet");
        world.mustBeClean();
      },
    },
  ],
};
