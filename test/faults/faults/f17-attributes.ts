import "@human-connect/element/define";
import type { Fault } from "../fault.ts";
import { closeMessage, eventually, pause, same, type World } from "../harness/world.ts";
import { markupChecks } from "./f17-markup.ts";

const vendorInHead = `<script src="/script/good.js"></script>`;
const bound = (token: string): string =>
  `<div class="hapi__token-container"><button data-hapi-token="${token}">Connect</button></div>`;

const attributeButton = (): HTMLElement => document.querySelector<HTMLElement>("[data-hapi-token]")!;

async function addElement(world: World, tokens: string[] = []): Promise<HTMLElementTagNameMap["human-connect-button"]> {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<human-connect-button base-url="${world.origins.connect}" client-url="${world.script("good")}"></human-connect-button>`,
  );
  const element = document.querySelector("human-connect-button")!;
  element.options = { getToken: () => tokens.shift() ?? "token", warmFrame: false };
  await element.updateComplete;
  return element;
}

const click = (element: HTMLElement): void => element.shadowRoot!.querySelector("button")!.click();

export const attributes: Fault = {
  id: "F17",
  title: "attributes are read at window load, and never again",
  checks: [
    {
      name: "a button that comes after the page has loaded",
      page: { head: vendorInHead },
      async raw({ origins }: World) {
        document.body.insertAdjacentHTML("beforeend", bound("late"));
        attributeButton().dataset["hapiBaseUrl"] = origins.connect;
        attributeButton().click();
        await pause(200);
        return !document.querySelector("#human-api");
      },
      async kit(world: World) {
        const element = await addElement(world);
        click(element);
        await world.untilLive();
        await world.say(closeMessage());
        await eventually(() => element.connect.getState().status === "closed", "the session ends");
        element.remove();
        world.mustBeClean();
      },
    },
    {
      name: "a token that is written four times",
      page: { head: vendorInHead, body: bound("first") },
      async raw({ origins }: World) {
        const button = attributeButton();
        button.dataset["hapiBaseUrl"] = origins.connect;
        let listeners = 0;
        const add = button.addEventListener.bind(button);
        button.addEventListener = ((type: string, ...rest: [() => void]) => {
          if (type === "click") listeners++;
          add(type, ...rest);
        }) as typeof button.addEventListener;
        for (let write = 0; write < 4; write++) {
          button.dataset["hapiToken"] = `token-${write}`;
          await pause(0);
        }
        return listeners === 4;
      },
      async kit(world: World) {
        const tokens = ["one", "two"];
        const element = await addElement(world, tokens);
        for (let write = 0; write < 4; write++) element.setAttribute("base-url", world.origins.connect);
        await element.updateComplete;
        for (const expected of ["one", "two"]) {
          click(element);
          await world.untilLive();
          same(new URL(world.frame.src).searchParams.get("token"), expected, "the token of this click");
          await world.say(closeMessage());
          await eventually(() => element.connect.getState().status === "closed" && !world.stage, "the session ends");
        }
        element.remove();
        world.mustBeClean();
      },
    },
    {
      name: "a page without such a container is warned about at every load",
      page: { head: `<script>window.warned=[];console.warn=(w)=>warned.push(String(w))</script>${vendorInHead}` },
      async raw() {
        await eventually(() => document.readyState === "complete", "the page has loaded");
        await pause(50);
        return (window as unknown as { warned: string[] }).warned.length > 0;
      },
      async kit(world: World) {
        // The vendor's code, fetched by the kit after the page has loaded, has nothing to warn about.
        world.warnings.length = 0;
        await world.mustWorkAgain();
        same(world.warnings, [], "warnings");
        world.mustBeClean();
      },
    },
    ...markupChecks,
  ],
};
