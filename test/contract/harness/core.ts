import { createHumanConnect, type HumanConnect, type HumanConnectOptions, readButtonLabels } from "@human-connect/core";
import { installHarness } from "./harness.ts";

const root = document.querySelector("#root")!;
const button = document.createElement("button");
button.className = "human-connect-button";
// Connect in the page is a matter of one option.
const box = document.createElement("section");
let options: HumanConnectOptions;
let connect: HumanConnect | undefined;
let leave = (): void => {};

// The core has no button; this is the least that somebody would write around it.
function render(): void {
  const { status } = connect!.getState();
  const words = readButtonLabels(options);
  button.dataset["status"] = status;
  button.setAttribute("aria-busy", String(status === "loading"));
  button.textContent = status === "error" ? words.retry : words.connect;
}

installHarness({
  mount(given, closeOnUnmount, inline) {
    options = given;
    const own = (connect = createHumanConnect(() => (inline ? { ...options, container: box } : options)));
    const end = own.subscribe(render);
    button.onclick = () => {
      button.focus();
      void own.open();
    };
    button.onpointerenter = () => own.prepare();
    leave = () => {
      end();
      if (closeOnUnmount) own.close();
    };
    box.style.height = "100%";
    root.append(...(inline ? [box] : []), button);
    render();
  },
  update(given) {
    options = given;
    render();
  },
  unmount() {
    leave();
    button.remove();
    box.remove();
  },
  move: () => document.querySelector("footer")!.prepend(button),
  connect: () => connect,
});
