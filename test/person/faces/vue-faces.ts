import type { HumanConnect } from "@human-connect/core";
import { ConnectCard, ConnectionList, ConnectStatus, useHumanConnect } from "@human-connect/vue";
import { createApp, h, shallowRef, type ShallowRef, type VNodeChild } from "vue";
import { pressButton, type Face, type Host, type Page } from "./face.js";

/** Draws a page of Vue, from what it is set up by. */
function createHost(setup: (page: ShallowRef<Page>) => () => VNodeChild, onSet: (page: Page) => void = () => {}): Host {
  const container = document.body.appendChild(document.createElement("main"));
  const page = shallowRef<Page>();
  const app = createApp({ setup: () => setup(page as ShallowRef<Page>) });
  let isOn = false;
  return {
    draw(next) {
      page.value = next;
      onSet(next);
      if (!isOn) app.mount(container);
      isOn = true;
    },
    ...pressButton(() => container.querySelector("button")),
    shown: () => container.innerHTML,
    end() {
      app.unmount();
      container.remove();
    },
  };
}

/** A card that has the options as its props. */
export const vueCard: Face = {
  name: "Vue card",
  looks: true,
  isForgotten: true,
  create: ({ drawn }) =>
    createHost((page) => () => {
      const { name, options, isMounted } = page.value;
      // The props of the card change with this function, a moment after the page was told.
      drawn(name);
      return isMounted ? h(ConnectCard, { ...options, closeOnUnmount: true }) : undefined;
    }),
};

/** A composable at the top of the page, and components that show its connection. */
export const vueComposable: Face = {
  name: "Vue composable",
  looks: true,
  isForgotten: false,
  create({ drawn }) {
    let made: HumanConnect | undefined;
    const host = createHost(
      (page) => {
        const { connect } = useHumanConnect(() => page.value.options);
        made = connect;
        return () =>
          page.value.isMounted && [
            h(ConnectCard, { connect }),
            h(ConnectionList, { connect, detailed: true }),
            h(ConnectStatus, { connect }),
          ];
      },
      // Its options are read where they are.
      ({ name }) => drawn(name),
    );
    return {
      ...host,
      get connect() {
        return made;
      },
    };
  },
};
