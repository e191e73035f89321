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
import type { HTMLAttributes, PublicProps } from "vue";

type Given<T> = { [K in keyof T]?: T[K] | undefined };
// A tag's attribute is a text, and Vue passes it on as one.
type Flags = "closeOnBack" | "closeOnUnmount" | "disabled" | "inline";
type InTags<T extends ButtonProperties> = Omit<Given<T>, Flags | "headingLevel"> & {
  [K in Flags]?: boolean | "" | "true" | "false" | undefined;
};
// Written by hand, because Vue 3.4 lacks the helper type that Vue 3.5 has for this.
type Intersection<U> = (U extends unknown ? (given: U) => void : never) extends (given: infer I) => void ? I : never;
type Emit = Intersection<
  { [T in keyof ConnectDomEventMap]: (name: T, event: ConnectDomEventMap[T]) => void }[keyof ConnectDomEventMap]
>;
type VueElement<E, P> = new () => E & {
  /** @deprecated Only for the types of templates. */
  $props: HTMLAttributes & PublicProps & P;
};
type VueEmitter<E, P> = new () => InstanceType<VueElement<E, P>> & {
  /** @deprecated Only for the types of templates. */
  $emit: Emit;
};

declare module "vue" {
  interface GlobalComponents {
    "human-connect-button": VueEmitter<HumanConnectButton, InTags<ButtonProperties> & ButtonAttributes>;
    "human-connect-card": VueEmitter<
      HumanConnectCard,
      InTags<CardProperties> &
        ButtonAttributes & { headingLevel?: CardProperties["headingLevel"] | "1" | "2" | "3" | "4" | "5" | "6" }
    >;
    "human-connect-list": VueElement<
      HumanConnectList,
      Given<ListProperties> & FollowerAttributes & { detailed?: boolean | undefined }
    >;
    "human-connect-status": VueElement<HumanConnectStatus, FollowerAttributes & { live?: boolean | undefined }>;
  }
}
