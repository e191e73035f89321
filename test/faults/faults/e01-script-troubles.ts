import { cdnClient, globalClient, type HumanConnectErrorCode } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, eventually, failedWith, pause, same, type RawVendor, type World } from "../harness/world.ts";

interface BadDay {
  readonly code: HumanConnectErrorCode;
  readonly options?: { readonly clientMs?: number; readonly integrity?: string };
  readonly peers?: readonly string[];
}

const days: Record<string, BadDay> = {
  missing: { code: "client-failed" },
  drop: { code: "client-failed" },
  html: { code: "client-malformed" },
  junk: { code: "client-malformed" },
  throws: { code: "client-malformed" },
  hang: { code: "client-timeout", options: { clientMs: 600 }, peers: ["R2"] },
  tampered: { code: "client-failed", options: { integrity: `sha384-${"A".repeat(64)}` } },
};

const badDays = Object.entries(days).map(([day, { code, options = {}, peers = [] }]): FaultCheck => ({
  name: `the CDN's script: ${day}`,
  peers,
  async raw(world) {
    // As long as a person would wait for the one that hangs.
    await Promise.race([world.addScript(world.script(day)), pause(600)]);
    // The vendor publishes no hash, so whatever has come has run. Otherwise the click throws, and the person sees nothing.
    return "tampered" in window || (world.clickRaw() && !world.frame);
  },
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
    delete window.HumanConnect;
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
      name: "a script that nobody waits for any more runs all the same",
      async raw(world: World) {
        const script = Object.assign(document.createElement("script"), { src: world.script("late") });
        document.head.append(script);
        await pause(50);
        script.remove();
        await pause(600);
        return "tampered" in window;
      },
      async kit(world: World) {
        const { connect } = world.createKit({ client: cdnClient({ url: world.script("late"), retries: 0 }) });
        const over = connect.open();
        await eventually(
          () => document.querySelector(`script[src="${world.script("late")}"]`),
          "the script is asked for",
        );
        connect.close();
        await over;
        world.mustBeClean();
        await pause(600);
        same("tampered" in window || "HumanConnect" in window, false, "the script has run");
        await world.mustWorkAgain();
      },
    },
    {
      name: "somebody else loads the script, late and twice",
      peers: ["R4"],
      async raw(world: World) {
        const hasThrown = world.clickRaw();
        await world.vendor();
        await world.vendor();
        return hasThrown && !world.frame;
      },
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
      peers: ["R1"],
      async raw(world: World) {
        let told = 0;
        const copies = new Set<RawVendor>();
        const addWidget = async (): Promise<void> => {
          const vendor = await world.vendor();
          copies.add(vendor);
          vendor.on("close", () => void told++);
        };
        await Promise.all(Array.from({ length: 10 }, addWidget));
        await world.openRaw({ version: "V2" }, window.HumanConnect!);
        await world.say(closeMessage());
        // Whoever came last has replaced the global of all the others.
        return copies.size === 10 && told === 1;
      },
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
