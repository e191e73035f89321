import sharedStyles from "@human-connect/core/styles.css?inline";

/** The kit's styles and the box of a host, as a stylesheet. `display` applies to a host that is not hidden. */
export function elementStyles(display: "block" | "inline-block"): string {
  // A column, so that a line below the button does not move the button's neighbours, neither by its width nor by its baseline.
  const box = display === "inline-block" ? "inline-flex;flex-direction:column;align-items:flex-start" : display;
  const message =
    display === "inline-block" ? ".human-connect-button+.human-connect-status{inline-size:0;min-inline-size:100%}" : "";
  const inline =
    display === "inline-block" ? ":host([inline]:not([inline*=false])){display:block;block-size:100%}" : "";
  // Elements that a CMS puts around the words of a label.
  const label =
    ".human-connect-label ::slotted(:is(br,wbr)){display:none}.human-connect-label ::slotted(p){display:inline;margin:0}";
  return `:host{display:${box}}${inline}:host([hidden]){display:none}${sharedStyles}${label}${message}`;
}
