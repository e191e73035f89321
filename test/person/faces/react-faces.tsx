import type { HumanConnect } from "@human-connect/core";
import { ConnectCard, ConnectionList, ConnectStatus, useHumanConnect } from "@human-connect/react";
import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { pressButton, type Ears, type Face, type Host, type Page } from "./face.js";

/** Draws a page of React. */
function createHost({ drawn }: Ears, render: (page: Page) => ReactElement | null): Host {
  const container = document.body.appendChild(document.createElement("main"));
  const root = createRoot(container);
  return {
    draw(page) {
      // Nothing else happens before the page is on the screen.
      drawn(page.name);
      flushSync(() => root.render(render(page)));
    },
    ...pressButton(() => container.querySelector("button")),
    shown: () => container.innerHTML,
    end() {
      root.unmount();
      container.remove();
    },
  };
}

/** A card that has the options as its props. */
export const reactCard: Face = {
  name: "React card",
  looks: true,
  isForgotten: true,
  create: (ears) =>
    createHost(ears, ({ options, isMounted }) => (isMounted ? <ConnectCard {...options} closeOnUnmount /> : null)),
};

/** A hook at the top of the page, and components that show its connection. */
export const reactHook: Face = {
  name: "React hook",
  looks: true,
  isForgotten: false,
  create(ears) {
    let made: HumanConnect | undefined;
    function App({ options, isMounted }: Page): ReactElement | null {
      const { connect } = useHumanConnect(options);
      made = connect;
      return isMounted ? (
        <>
          <ConnectCard connect={connect} />
          <ConnectionList connect={connect} detailed />
          <ConnectStatus connect={connect} />
        </>
      ) : null;
    }
    return {
      ...createHost(ears, (page) => <App {...page} />),
      get connect() {
        return made;
      },
    };
  },
};
