import "@human-connect/element/define";
import type { Fault } from "../fault.ts";
import { eventually, failedWith, same, type World } from "../harness/world.ts";

// What follows the address as its query is a comment.
const address = "javascript:parent.pwned=1//";
const hasRun = (): boolean => "pwned" in window;

const bound = `<div class="hapi__token-container"><button data-hapi-token="t" data-hapi-base-url="${address}">Connect</button></div>`;

export const scriptUrls: Fault = {
  id: "F12",
  title: "javascript: as base URL runs in the host's page",
  checks: [
    {
      name: "as an option",
      async raw(world: World) {
        const vendor = await world.vendor();
        vendor.open({ token: "t", baseURL: address });
        await eventually(hasRun, "the script of the address has run");
        return true;
      },
      async kit(world: World) {
        const { connect } = world.createKit({ baseUrl: address });
        failedWith(await connect.open(), "invalid-option");
        failedWith(await connect.open({ baseUrl: ` JavaScript:alert(1)` }), "invalid-option");
        same(hasRun(), false, "the script of the address has run");
        world.mustBeClean();
        await world.mustWorkAgain();
      },
    },
    {
      name: "as an attribute",
      page: { head: `<script src="/script/good.js"></script>`, body: bound },
      async raw() {
        document.querySelector<HTMLElement>("[data-hapi-token]")!.click();
        await eventually(hasRun, "the script of the address has run");
        return true;
      },
      async kit(world: World) {
        document.body.insertAdjacentHTML(
          "beforeend",
          `<human-connect-button token-url="/elsewhere" client-url="${world.script("good")}" base-url="${address}"></human-connect-button>`,
        );
        const element = document.querySelector("human-connect-button")!;
        await element.updateComplete;
        element.options = { getToken: () => "token" };
        element.shadowRoot!.querySelector("button")!.click();
        await eventually(() => element.connect.getState().status === "error", "the element refuses the address");
        failedWith(element.connect.getState(), "invalid-option");
        same(hasRun(), false, "the script of the address has run");
        // The focus of the click may have begun to fetch what a click needs.
        await element.prepare();
        element.remove();
        world.mustBeClean();
      },
    },
  ],
};
