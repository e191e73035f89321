import sharedStyles from "@human-connect/core/styles.css?inline";

/** The kit's look and the box of a host, as a stylesheet. `display` follows an element that is not hidden. */
export function elementStyles(display: "block" | "inline-block"): string {
  return `:host{display:${display}}:host([hidden]){display:none}${sharedStyles}`;
}
