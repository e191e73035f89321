import type { ConnectClient } from "@human-connect/core";
import { createContainerClient } from "../clients/container-client.ts";
import type { Fault } from "../fault.ts";
import { closeMessage, eventually, nextLoad, pause, same, type World } from "../harness/world.ts";
import { findAtCentre, findFocused } from "../../support/find-deep.ts";

const containerClient = (): ConnectClient => ({ load: async () => createContainerClient() });

function addHostDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.style.cssText = "inset:0;width:100%;height:100%";
  dialog.innerHTML = `<button id="inside">Connect</button>`;
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The Connect page goes on to its next screen. */
async function moveOn({ frame }: World): Promise<void> {
  const loaded = nextLoad(frame);
  frame.contentWindow!.postMessage({ move: "?next-screen" }, "*");
  await loaded;
}

export const focus: Fault = {
  id: "F18",
  title: "focus, layers and scrolling go wrong",
  checks: [
    {
      name: "the focus after the session",
      peers: ["R9"],
      rawShowsNotIn: { webkit: "it does not focus this frame, so there is nothing to give back" },
      async raw(world: World) {
        world.opener.focus();
        await world.openRaw();
        await pause(100);
        await world.say(closeMessage());
        return document.activeElement !== world.opener;
      },
      async kit(world: World) {
        const { over } = await world.openKit();
        same(findFocused()?.id, "human-api", "who has the focus during the session");
        await world.say(closeMessage());
        await over;
        same(document.activeElement?.id, "opener", "who has the focus after it");
      },
    },
    {
      name: "each screen of Connect takes the focus from the page",
      peers: ["R9"],
      rawShowsNotIn: { webkit: "it does not focus this frame" },
      async raw(world: World) {
        await world.openRaw();
        world.field.focus();
        await moveOn(world);
        return document.activeElement === world.frame;
      },
      async kit(world: World) {
        // In the page, where the person may be in another field; a modal session leaves the rest of the page inert.
        const box = document.body.appendChild(document.createElement("div"));
        box.style.height = "500px";
        const { over } = await world.openKit({ container: box });
        world.field.focus();
        await moveOn(world);
        same(document.activeElement?.id, "field", "who has the focus");
        await world.say(closeMessage());
        await over;
        world.mustBeClean();
      },
    },
    {
      name: "a session with the focus trap, then one without",
      peers: ["R9"],
      async raw(world: World) {
        const vendor = await world.vendor();
        await world.openRaw({ enableFocusTrap: true }, vendor);
        await world.say(closeMessage());
        await world.openRaw({}, vendor);
        await eventually(() => world.uncaught.length, "the old trap wakes up");
        return document.activeElement !== world.frame;
      },
      async kit(world: World) {
        // A host may use both ways: the trap of the vendor's session must not reach the kit's.
        const vendor = await world.vendor();
        await world.openRaw({ enableFocusTrap: true }, vendor);
        // The trap focuses the frame in a timer of its own, 200 ms after its load; a session closed before that throws in it.
        await pause(250);
        await world.say(closeMessage());
        const { over } = await world.openKit({ client: { load: async () => vendor } });
        same(findFocused()?.id, "human-api", "who has the focus");
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
    {
      name: "a client of the second generation gives nobody the focus",
      async raw(world: World) {
        world.opener.focus();
        await world.openRaw({}, createContainerClient());
        return document.activeElement === world.opener;
      },
      async kit(world: World) {
        const { over } = await world.openKit({ client: containerClient() });
        same(findFocused()?.id, "human-api", "who has the focus");
        same(
          world.frame.title !== "" || world.surface!.getAttribute("aria-label") !== null,
          true,
          "Connect has a name",
        );
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        world.mustBeClean();
      },
    },
    {
      name: "a banner of the host lies above everything",
      peers: ["R10"],
      async raw(world: World) {
        document.body.insertAdjacentHTML(
          "beforeend",
          `<div id="banner" style="position:fixed;inset:0;z-index:10000"></div>`,
        );
        await world.openRaw();
        return findAtCentre()?.id === "banner";
      },
      async kit(world: World) {
        document.body.insertAdjacentHTML(
          "beforeend",
          `<div id="banner" style="position:fixed;inset:0;z-index:10000"></div>`,
        );
        const { over } = await world.openKit();
        same(findAtCentre()?.id, "human-api", "what a click in the middle would meet");
        await world.say(closeMessage());
        await over;
        world.mustBeClean();
      },
    },
    {
      name: "the button is in a modal dialog of the host",
      peers: ["R10"],
      async raw(world: World) {
        addHostDialog();
        await world.openRaw();
        return findAtCentre() !== world.frame;
      },
      async kit(world: World) {
        const dialog = addHostDialog();
        const { connect } = world.createKit();
        document.querySelector<HTMLElement>("#inside")!.focus();
        const over = connect.open();
        await world.untilLive();
        same([findAtCentre()?.id, findFocused()?.id], ["human-api", "human-api"], "who is clicked and has the focus");
        await world.say(closeMessage());
        await over;
        same([dialog.open, document.activeElement?.id], [true, "inside"], "the host's dialog and the focus in it");
        world.mustBeClean();
      },
    },
    {
      name: "the page scrolls under the overlay",
      peers: ["R9"],
      async raw(world: World) {
        document.body.style.height = "5000px";
        await world.openRaw();
        scrollTo(0, 400);
        await eventually(() => scrollY > 0, "the page scrolls");
        return getComputedStyle(document.documentElement).overflow !== "hidden";
      },
      async kit(world: World) {
        document.body.style.height = "5000px";
        // Or the focus would scroll to it.
        world.opener.style.position = "fixed";
        scrollTo(0, 400);
        const { over } = await world.openKit();
        same(getComputedStyle(document.documentElement).overflowY, "hidden", "overflow of the page");
        await world.say(closeMessage());
        await over;
        same(scrollY, 400, "how far the page is scrolled");
        world.mustBeClean();
      },
    },
  ],
};
