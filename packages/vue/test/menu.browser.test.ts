import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, createHumanConnectPlugin, provideHumanConnect } from "@human-connect/vue";
import { expect, it, vi } from "vitest";
import { defineComponent, h, ref, type App } from "vue";
import { mount, mountSetup } from "./setup.js";

/** A menu that closes on a click, as most do. */
const Menu = defineComponent(() => {
  const isOpen = ref(true);
  return () => (isOpen.value ? h(ConnectButton, { onClick: () => void (isOpen.value = false) }) : undefined);
});

it.each(["provideHumanConnect", "plugin"])(
  "a click in a menu that goes with it opens Connect for as long as the %s is there",
  async (kind) => {
    const fake = createFakeClient();
    const [onOpen, onClose] = [vi.fn(), vi.fn()];
    const getToken = (): Promise<string> => new Promise((resolve) => setTimeout(resolve, 50, "token"));
    const options = { client: fake, getToken, warmFrame: false, onOpen, onClose };
    const { container } =
      kind === "plugin"
        ? mount(
            () => h("main", h(Menu)),
            (app: App) => app.use(createHumanConnectPlugin(options)),
          )
        : mountSetup(() => {
            provideHumanConnect(options);
            return () => h("main", h(Menu));
          });

    container.querySelector("button")!.click();
    await vi.waitFor(() => expect(container.querySelector("button")).toBeNull());
    (await fake.opened()).close();

    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(onOpen).toHaveBeenCalledOnce();
  },
);
