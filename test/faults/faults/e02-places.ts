import type { Fault } from "../fault.ts";
import { closeMessage, same, type World } from "../harness/world.ts";
import { findAtCentre, findFocused } from "../../support/find-deep.ts";

/** A player, a chart or a presentation, when somebody clicks in it. */
async function fillScreen({ opener }: World): Promise<void> {
  const main = document.querySelector("main")!;
  main.style.background = "white";
  await new Promise<void>((resolve, reject) => {
    opener.onclick = () => void main.requestFullscreen().then(resolve, reject);
  });
}

async function isReachable(world: World, opener: HTMLElement): Promise<void> {
  const { connect } = world.createKit();
  opener.focus();
  const over = connect.open();
  await world.untilLive();
  same(findAtCentre()?.id, "human-api", "what a click in the middle would meet");
  same(findFocused()?.id, "human-api", "who has the focus");
  await world.say(closeMessage());
  same((await over).status, "closed", "status");
  world.mustBeClean();
}

export const places: Fault = {
  id: "E2",
  title: "where the button may stand",
  checks: [
    {
      name: "in a shadow root",
      async kit(world: World) {
        const host = document.body.appendChild(document.createElement("div"));
        const button = document.createElement("button");
        host.attachShadow({ mode: "open" }).append(button);
        await isReachable(world, button);
        same(host.shadowRoot!.activeElement === button, true, "the focus is back in the shadow root");
      },
    },
    {
      name: "in a modal of a library that makes the rest inert",
      peers: ["R10"],
      async raw(world: World) {
        const main = document.querySelector("main")!;
        const modal = document.body.appendChild(document.createElement("div"));
        modal.style.cssText = "position:fixed;inset:0;z-index:2147483647";
        main.inert = true;
        await world.openRaw();
        return findAtCentre() !== world.frame;
      },
      async kit(world: World) {
        const main = document.querySelector("main")!;
        const modal = document.body.appendChild(document.createElement("div"));
        modal.style.cssText = "position:fixed;inset:0;z-index:2147483647";
        modal.innerHTML = "<button>Connect</button>";
        main.inert = true;
        await isReachable(world, modal.querySelector("button")!);
        same(main.inert, true, "the library's inert");
      },
    },
    {
      name: "in a body that is inert, transformed and clipped",
      async raw(world: World) {
        document.body.inert = true;
        await world.openRaw();
        return findAtCentre() !== world.frame;
      },
      async kit(world: World) {
        Object.assign(document.body.style, { transform: "scale(.5)", overflow: "hidden", height: "100px" });
        document.body.inert = true;
        await isReachable(world, world.opener);
      },
    },
    {
      name: "in an element that fills the screen",
      needsClick: true,
      async raw(world: World) {
        await fillScreen(world);
        await world.openRaw();
        return findAtCentre() !== world.frame;
      },
      async kit(world: World) {
        await fillScreen(world);
        await isReachable(world, world.opener);
        same(document.fullscreenElement?.tagName, "MAIN", "what fills the screen");
        await document.exitFullscreen();
      },
    },
    {
      // The vendor's client works there as anywhere.
      name: "in a sandboxed frame of another page",
      async kit(world: World) {
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
        frame.style.cssText = "width:600px;height:500px";
        frame.src = location.href;
        const inside = new Promise<string>((resolve) => {
          frame.onload = () => {
            const page = frame.contentWindow as Window & typeof globalThis;
            const look = (): void => {
              if ("runCheck" in page) resolve(page.runCheck("F8", "two clicks on one button", "kit"));
              else setTimeout(look, 20);
            };
            look();
          };
        });
        document.body.append(frame);
        same(await inside, "held", "what the page in the frame says");
        frame.remove();
        world.mustBeClean();
      },
    },
    {
      name: "on a page whose styles reach everything",
      async raw(world: World) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("iframe{display:none!important} div{display:none!important} dialog{opacity:0}");
        document.adoptedStyleSheets.push(sheet);
        await world.openRaw();
        return findAtCentre() !== world.frame;
      },
      async kit(world: World) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "dialog{opacity:0!important;display:none!important} button{display:none!important} *{color:red}",
        );
        document.adoptedStyleSheets.push(sheet);
        await isReachable(world, world.field);
      },
    },
  ],
};
