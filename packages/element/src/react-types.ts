import type {
  ButtonAttributes,
  ButtonProperties,
  CardProperties,
  FollowerAttributes,
  ListProperties,
} from "./attributes/button-options.js";
import type { ConnectDomEventMap } from "./controllers/connect-events.js";
import type { HumanConnectButton } from "./elements/human-connect-button.js";
import type { HumanConnectCard } from "./elements/human-connect-card.js";
import type { HumanConnectList } from "./elements/human-connect-list.js";
import type { HumanConnectStatus } from "./elements/human-connect-status.js";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

// Attributes with a dash in their name need no type: JSX accepts any.
type HostProps<E> = DetailedHTMLProps<HTMLAttributes<E>, E> & { class?: string | undefined };
type Given<T> = { [K in keyof T]?: T[K] | undefined };
type Handlers = { [T in keyof ConnectDomEventMap as `on${T}`]?: ((event: ConnectDomEventMap[T]) => void) | undefined };

declare module "react" {
  // oxlint-disable-next-line typescript/no-namespace -- where React keeps the names of elements
  namespace JSX {
    interface IntrinsicElements {
      "human-connect-button": HostProps<HumanConnectButton> & Given<ButtonProperties> & ButtonAttributes & Handlers;
      "human-connect-card": HostProps<HumanConnectCard> & Given<CardProperties> & ButtonAttributes & Handlers;
      "human-connect-list": HostProps<HumanConnectList> &
        Given<ListProperties> &
        FollowerAttributes & { detailed?: boolean | undefined };
      "human-connect-status": HostProps<HumanConnectStatus> & FollowerAttributes & { live?: boolean | undefined };
    }
  }
}
