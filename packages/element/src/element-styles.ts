import sharedStyles from "@human-connect/core/styles.css?inline";

/**
 * What only a shadow tree needs. The frame is never empty here, because it holds a slot, so it says itself whether Connect is in
 * it: until then, the button stays in sight and in reach.
 */
const ownStyles =
  ".human-connect-frame:not([data-filled]){pointer-events:none}" +
  ".human-connect-frame:not([data-filled])~*{visibility:inherit}" +
  ".human-connect-frame>slot,::slotted([slot=frame]){display:block;block-size:100%}";

/** The kit's look and the box of a host, as a stylesheet. `display` follows an element that is not hidden. */
export function elementStyles(display: "block" | "inline-block"): string {
  const inline = display === "inline-block" ? ":host([inline]){display:block;block-size:100%}" : "";
  return `:host{display:${display}}${inline}:host([hidden]){display:none}${sharedStyles}${ownStyles}`;
}
