import { eventTypes, type ConnectEventPayloads, type ConnectEventType, type HumanConnect } from "@human-connect/core";

/** The DOM events of `<human-connect-button>`: they bubble, cross shadow roots, and carry the payload as `detail`. */
export type ConnectDomEventMap = {
  [T in ConnectEventType as `human-connect-${T}`]: CustomEvent<ConnectEventPayloads[T]>;
};

// They bubble and cross shadow roots, so every one of these can listen.
declare global {
  interface HTMLElementEventMap extends ConnectDomEventMap {}
  interface ShadowRootEventMap extends ConnectDomEventMap {}
  interface DocumentEventMap extends ConnectDomEventMap {}
  interface WindowEventMap extends ConnectDomEventMap {}
}

/**
 * Dispatches each event of an instance on an element, for as long as both exist. While a router has removed the element from the
 * document, its events are also dispatched on the document.
 */
export function forwardEvents(connect: HumanConnect, element: Element): void {
  const { ownerDocument } = element;
  for (const name of eventTypes) {
    connect.on(name, ({ type, ...detail }) => {
      // A simulated DOM accepts only its own events, and the global constructor may be Node's.
      const { CustomEvent } = ownerDocument.defaultView ?? globalThis;
      const tell = (target: EventTarget): void =>
        void target.dispatchEvent(new CustomEvent(`human-connect-${type}`, { detail, bubbles: true, composed: true }));
      // Before a listener takes the element out of the page.
      const { isConnected } = element;
      tell(element);
      if (!isConnected) tell(ownerDocument);
    });
  }
}
