import "@human-connect/element/define";
import { eventTypes, type ConnectEvent, type HumanConnectOptions } from "@human-connect/core";
import { configureElements, type HumanConnectCard, type HumanConnectList } from "@human-connect/element";
import { pressButton, type Face } from "./face.js";

type Assign = (card: HumanConnectCard, options: HumanConnectOptions) => void;

/** A card and a list that follows it. @param createAssign Makes what gives the options to a card. */
function createFace(name: string, createAssign: () => Assign): Face {
  return {
    name,
    looks: true,
    isForgotten: false,
    create({ drawn, hear }) {
      const assign = createAssign();
      const card = document.createElement("human-connect-card");
      const list = document.createElement("human-connect-list") as HumanConnectList;
      card.id = "card";
      Object.assign(list, { htmlFor: "card", detailed: true });
      for (const type of eventTypes) {
        card.addEventListener(`human-connect-${type}`, ({ detail }) => hear({ type, ...detail } as ConnectEvent));
      }
      return {
        connect: card.connect,
        draw(page) {
          drawn(page.name);
          assign(card, page.options);
          if (page.isMounted && !card.isConnected) document.body.append(card, list);
          else if (!page.isMounted) for (const element of [card, list]) element.remove();
        },
        ...pressButton(() => (card.isConnected && card.shadowRoot!.querySelector("button")) || undefined),
        // What is in no document nobody sees.
        shown: () => [card, list].map((element) => (element.isConnected ? element.shadowRoot!.innerHTML : "")).join(""),
        end() {
          for (const element of [card, list]) element.remove();
        },
      };
    },
  };
}

export const elementProperties: Face = createFace(
  "element with properties",
  () =>
    (card, { client, getToken, ...options }) =>
      Object.assign(card, { client, getToken, options }),
);

/** Nothing but attributes ever changes, as on a page whose backend knows by a cookie who is signed in. */
export const elementAttributes: Face = createFace("element with attributes", () => {
  configureElements({ prefetchToken: true });
  let now: HumanConnectOptions;
  const fixed = {
    getToken: (context) => now.getToken!(context),
    client: {
      load: (signal) => now.client!.load(signal),
      dialect: () => now.client!.dialect!(),
      surface: () => now.client!.surface!(),
    },
  } satisfies HumanConnectOptions;
  return (card, options) => {
    now = options;
    const attributes = {
      user: options.user,
      "initial-connections": options.initialConnections && JSON.stringify(options.initialConnections),
      "warm-frame": "false",
      "prefetch-token": "",
    };
    // Its Connect is of the page's own origin, which no attribute may name.
    if (!card.getToken) Object.assign(card, fixed, { options: { baseUrl: options.baseUrl } });
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) card.removeAttribute(name);
      else card.setAttribute(name, value);
    }
  };
});
