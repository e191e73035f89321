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
import type { JSX as SolidJSX } from "solid-js";

// Attributes with a dash in their name need no type: JSX accepts any. Without `prop:` Solid lower-cases the name of a property.
type Given<T> = { [K in keyof T as `prop:${K & string}`]?: T[K] | undefined };
type Handlers<E> = {
  [T in keyof ConnectDomEventMap as `on:${T}`]?:
    | ((event: ConnectDomEventMap[T] & { currentTarget: E }) => void)
    | undefined;
};
/** Attributes of the button whose names have no dash, and which are properties in the templates of others. */
interface PlainAttributes {
  /** A name; an object is for `prop:client`. */
  client?: Exclude<ButtonProperties["client"], object> | undefined;
  disabled?: boolean | undefined;
  inline?: boolean | undefined;
  message?: string | undefined;
}

declare module "solid-js" {
  // oxlint-disable-next-line typescript/no-namespace -- where Solid keeps the names of elements
  namespace JSX {
    interface IntrinsicElements {
      "human-connect-button": SolidJSX.HTMLAttributes<HumanConnectButton> &
        Given<ButtonProperties> &
        ButtonAttributes &
        PlainAttributes &
        Handlers<HumanConnectButton>;
      "human-connect-card": SolidJSX.HTMLAttributes<HumanConnectCard> &
        Given<CardProperties> &
        ButtonAttributes &
        PlainAttributes &
        Handlers<HumanConnectCard>;
      "human-connect-list": SolidJSX.HTMLAttributes<HumanConnectList> &
        Given<ListProperties> &
        FollowerAttributes & { detailed?: boolean | undefined };
      "human-connect-status": SolidJSX.HTMLAttributes<HumanConnectStatus> &
        FollowerAttributes & { live?: boolean | undefined };
    }
  }
}
