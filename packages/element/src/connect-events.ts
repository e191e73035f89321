import { eventTypes, type ConnectEventPayloads, type ConnectEventType, type HumanConnect } from "@human-connect/core";

/** The DOM events of `<human-connect-button>`: they bubble, cross shadow roots, and carry the payload as `detail`. */
export type ConnectDomEventMap = {
  [T in ConnectEventType as `human-connect-${T}`]: CustomEvent<ConnectEventPayloads[T]>;
};

declare global {
  interface HTMLElementEventMap extends ConnectDomEventMap {}
}

/** Dispatches each event of a connection on an element, for as long as both live. */
export function forwardEvents(connect: HumanConnect, element: EventTarget): void {
  for (const name of eventTypes) {
    connect.on(name, ({ type, ...detail }) => {
      element.dispatchEvent(new CustomEvent(`human-connect-${type}`, { detail, bubbles: true, composed: true }));
    });
  }
}
