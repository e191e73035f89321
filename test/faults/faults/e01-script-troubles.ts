import { cdnClient, globalClient, type HumanConnectErrorCode } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import type { Fault, FaultCheck } from "../fault.ts";
import { eventually, failedWith, same, type World } from "../harness/world.ts";

const days: Record<string, { code: HumanConnectErrorCode; options?: { clientMs?: number; integrity?: string } }> = {
  missing: { code: "client-failed" },
  drop: { code: "client-failed" },
  html: { code: "client-malformed" },
  junk: { code: "client-malformed" },
  throws: { code: "client-malformed" },
  hang: { code: "client-timeout", options: { clientMs: 600 } },
  tampered: { code: "client-failed", options: { integrity: `sha384-${"A".repeat(64)}` } },
};

const badDays = Object.entries(days).map(([day, { code, options = {} }]): FaultCheck => ({
  name: `the CDN's script: ${day}`,
  async kit(world) {
    const { clientMs, integrity } = options;
    const client = cdnClient({ url: world.script(day), retries: 0, ...(integrity && { integrity }) });
    const { connect, events } = world.createKit({ client, ...(clientMs && { timeouts: { clientMs } }) });
    world.opener.focus();
    const state = await connect.open();
    failedWith(state, code);
    same(Boolean(state.status === "error" && state.error.userMessage), true, "a sentence for the person");
    same(
      events.map(({ type }) => type),
      ["error"],
      "events",
    );
    same("tampered" in window, false, "a script that does not match its hash has run");
    await eventually(() => document.activeElement === world.opener, "the focus is back on the button");
    same(document.querySelectorAll(`script[src^="${world.script(day)}"]`).length, 0, "tags of a script that failed");
    delete (window as { HumanConnect?: unknown }).HumanConnect;
    // What the script itself throws is reported by the browser, as for any script.
    world.mustBeClean("broken build", "Script error", "Unexpected token", "expected expression", "SyntaxError");
    await world.mustWorkAgain();
  },
}));

export const scriptTroubles: Fault = {
  id: "E1",
  title: "the vendor's script does not come as it should",
  checks: [
    ...badDays,
    {
      name: "the page has an AMD loader",
      page: { head: `<script>window.define=Object.assign(()=>{},{amd:{}})</script>` },
      async raw(world: World) {
        return (await world.vendor()) === undefined;
      },
      async kit(world: World) {
        const { connect } = world.createKit();
        const state = await connect.open();
        failedWith(state, "client-malformed");
        same(
          state.status === "error" && state.error.message.includes("npmClient()"),
          true,
          "the message names the way out",
        );
        await world.mustWorkAgain({ client: npmClient() });
        world.mustBeClean();
      },
    },
    {
      name: "the page has a global exports",
      page: { head: `<script>window.exports={}</script>` },
      async raw(world: World) {
        return (await world.vendor()) === undefined;
      },
      async kit(world: World) {
        failedWith(await world.createKit().connect.open(), "client-malformed");
        await world.mustWorkAgain({ client: npmClient() });
        world.mustBeClean();
      },
    },
    {
      name: "somebody else loads the script, late and twice",
      async kit(world: World) {
        const waiting = world.createKit({ client: globalClient() });
        const over = waiting.connect.open();
        await world.vendor();
        await world.vendor();
        await world.untilLive();
        waiting.connect.close();
        same((await over).status, "closed", "status");
        await world.mustWorkAgain({ client: globalClient() });
        world.mustBeClean();
      },
    },
    {
      name: "ten buttons ask for the script at once",
      async kit(world: World) {
        const kits = Array.from({ length: 10 }, () => world.createKit());
        await Promise.all(kits.map(({ connect }) => connect.prepare()));
        const tags = document.querySelectorAll(`script[src^="${world.script("good")}"]`);
        same(tags.length, 1, "script tags");
        await world.mustWorkAgain();
        world.mustBeClean();
      },
    },
  ],
};
