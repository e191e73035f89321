import type { HumanConnect, HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/vue";
import { createApp, defineComponent, h, shallowRef, type App } from "vue";
import { installHarness } from "./harness.ts";

const container = document.querySelector("#root")!;
const options = shallowRef<Partial<HumanConnectOptions>>({});
let closeOnUnmount = false;
let inline = false;
let app: App | undefined;
let connect: HumanConnect | undefined;

const Page = defineComponent({
  setup() {
    const human = useHumanConnect(() => ({ ...options.value, closeOnUnmount }));
    connect = human.connect;
    return () => h(ConnectButton, { connect: human.connect, inline });
  },
});

function update(given: HumanConnectOptions): void {
  options.value = given;
}

installHarness({
  mount(given, isClosing, isInline) {
    closeOnUnmount = isClosing;
    inline = isInline;
    update(given);
    app = createApp(Page);
    app.mount(container);
  },
  update,
  unmount: () => app?.unmount(),
  move: () => document.querySelector("footer")!.prepend(container),
  connect: () => connect,
});
