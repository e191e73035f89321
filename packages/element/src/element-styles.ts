import sharedStyles from "@human-connect/core/styles.css?inline";

/** The kit's look and the box of a host, as a stylesheet. `display` follows an element that is not hidden. */
export function elementStyles(display: "block" | "inline-block"): string {
  const inline = display === "inline-block" ? ":host([inline]){display:block;block-size:100%}" : "";
  return `:host{display:${display}}${inline}:host([hidden]){display:none}${sharedStyles}`;
}
