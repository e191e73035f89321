import { npmClient } from "@human-connect/core/npm";
import type { Fault, FaultCheck } from "../fault.ts";
import { failedWith, nextMessage, same, type World } from "../harness/world.ts";

/** A page whose script has made something unchangeable before anybody else ran. */
const after = (script: string): { body: string } => ({ body: `<script>${script}</script>` });

/** Nothing of a session has stayed, and whoever listens from now on hears. */
async function mustBeAsBefore(world: World): Promise<void> {
  world.mustBeClean();
  const heard = nextMessage();
  postMessage("hello", "*");
  await heard;
  let resized = 0;
  addEventListener("resize", () => resized++);
  dispatchEvent(new Event("resize"));
  same(resized, 1, "a listener hears that the window has another size");
  same(document.createElement("script") instanceof HTMLScriptElement, true, "a script can be made");
}

/** Where a method cannot be stood before, the vendor's code cannot be kept apart: nothing is opened, and the error says why. */
const refused = (name: string, script: string): FaultCheck => ({
  name: `${name} cannot be replaced: nothing is opened, and nothing changed`,
  page: after(script),
  async kit(world) {
    for (const options of [{}, { client: npmClient() }, world.legacyOptions]) {
      const { connect } = world.createKit(options);
      const state = await connect.open();
      failedWith(state, "client-failed");
      same(state.status === "error" && state.error.message.includes(` ${name} `), true, "the message names it");
      await mustBeAsBefore(world);
    }
  },
});

/** What the kit can do without. */
const endured = (what: string, script: string, hasNpm = true): FaultCheck => ({
  name: `${what}: Connect opens`,
  page: after(script),
  async kit(world) {
    await world.mustWorkAgain();
    if (hasNpm) await world.mustWorkAgain({ client: npmClient() });
    await mustBeAsBefore(world);
  },
});

const freeze = (owner: string, name: string): string =>
  `Object.defineProperty(${owner}, "${name}", { value: ${owner}.${name} });`;

export const frozenPages: Fault = {
  id: "E8",
  title: "scripts of the page that make built-ins unchangeable",
  checks: [
    refused("addEventListener", freeze("window", "addEventListener")),
    refused("appendChild", freeze("document.body", "appendChild")),
    endured(
      "body.appendChild and window.addEventListener are there for good, and can be written",
      `for (const [owner, name] of [[window, "addEventListener"], [document.body, "appendChild"]])
        Object.defineProperty(owner, name, { value: owner[name], writable: true });`,
    ),
    endured("document.getElementById cannot be replaced", freeze("document", "getElementById")),
    endured("document.addEventListener cannot be replaced", freeze("document", "addEventListener")),
    endured("document.createElement cannot be replaced", freeze("document", "createElement")),
    endured(
      "prototypes are frozen",
      `for (const { prototype } of [EventTarget, Node, Element, HTMLElement, Document, HTMLDocument, HTMLBodyElement])
        Object.freeze(prototype);`,
    ),
    // The vendor's package, in the strict code of a module, cannot give anything a toString() of its own then.
    endured("the prototype of every object is frozen", "Object.freeze(Object.prototype)", false),
    endured(
      "the document takes no property any more, where an engine lets that be",
      `try { Object.preventExtensions(document); } catch {}`,
    ),
    {
      name: "document.createElement cannot be replaced: the old popup does not open, and nothing changed",
      page: after(freeze("document", "createElement")),
      async kit(world) {
        const state = await world.createKit(world.legacyOptions).connect.open();
        failedWith(state, "client-failed");
        same(state.status === "error" && state.error.message.includes(" createElement "), true, "the message names it");
        await mustBeAsBefore(world);
      },
    },
    {
      name: "a global HumanConnect that is declared, and not for ever: it is still there afterwards",
      page: { head: `<script>window.HumanConnect = { open: "theirs" };</script>` },
      async kit(world) {
        const before = JSON.stringify(Object.getOwnPropertyDescriptor(window, "HumanConnect"));
        const { connect } = world.createKit(world.legacyOptions);
        const over = connect.open();
        await world.untilLive();
        connect.close();
        await over;
        same(JSON.stringify(Object.getOwnPropertyDescriptor(window, "HumanConnect")), before, "the page's own global");
        await mustBeAsBefore(world);
      },
    },
  ],
};
