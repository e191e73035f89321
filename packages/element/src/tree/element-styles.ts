import sharedStyles from "@human-connect/core/styles.css?inline";

/** The kit's look and the box of a host, as a stylesheet. `display` follows an element that is not hidden. */
export function elementStyles(display: "block" | "inline-block"): string {
  // A column, so that a line below the button moves nothing that stands beside it: neither by its width nor as the last baseline.
  const box = display === "inline-block" ? "inline-flex;flex-direction:column;align-items:flex-start" : display;
  const message =
    display === "inline-block" ? ".human-connect-button+.human-connect-status{inline-size:0;min-inline-size:100%}" : "";
  const inline = display === "inline-block" ? ":host([inline]:not([inline=false])){display:block;block-size:100%}" : "";
  // What a CMS tool has written round the words of a label.
  const label =
    ".human-connect-label ::slotted(:is(br,wbr)){display:none}.human-connect-label ::slotted(p){display:inline;margin:0}";
  return `:host{display:${box}}${inline}:host([hidden]){display:none}${sharedStyles}${label}${message}`;
}
