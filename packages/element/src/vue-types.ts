import type {
  ButtonAttributes,
  ButtonProperties,
  CardProperties,
  ListProperties,
} from "./attributes/button-options.js";
import type { ConnectDomEventMap } from "./controllers/connect-events.js";
import type { HumanConnectButton } from "./elements/human-connect-button.js";
import type { HumanConnectCard } from "./elements/human-connect-card.js";
import type { HumanConnectList } from "./elements/human-connect-list.js";
import type { HumanConnectStatus } from "./elements/human-connect-status.js";
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";

type Emits = { [T in keyof ConnectDomEventMap]: (event: ConnectDomEventMap[T]) => void };
type VueElement<E, P, Events extends object = {}> = new () => E & {
  /** @deprecated Only for the types of templates. */
  $props: HTMLAttributes & PublicProps & P;
  /** @deprecated Only for the types of templates. */
  $emit: EmitFn<Events>;
};

declare module "vue" {
  interface GlobalComponents {
    "human-connect-button": VueElement<HumanConnectButton, Partial<ButtonProperties> & ButtonAttributes, Emits>;
    "human-connect-card": VueElement<HumanConnectCard, Partial<CardProperties> & ButtonAttributes, Emits>;
    "human-connect-list": VueElement<HumanConnectList, Partial<ListProperties> & { for?: string; detailed?: boolean }>;
    "human-connect-status": VueElement<HumanConnectStatus, { for?: string; live?: boolean }>;
  }
}
