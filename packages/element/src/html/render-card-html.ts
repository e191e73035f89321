import { cardTree, readHeadingLevel } from "../tree/card-tree.js";
import { renderHostHtml, type HtmlAttributes } from "./render-host-html.js";

/**
 * `<human-connect-card>` as HTML for a server: with a declarative shadow root, so that the card is visible before any script has
 * run. The element adopts it. For pages without a framework that renders custom elements.
 *
 * @param attributes Attributes of the element; `true` writes an attribute without a value, `false` and `undefined` are left out.
 * @param label Label of the button. Default: the labels of the locale.
 * @returns HTML. The `nonce` among the attributes also applies to the styles.
 * @throws {TypeError} For an invalid attribute name.
 * @example renderCardHtml({ "token-url": "/api/human-connect/token", "heading-level": 3 })
 */
export function renderCardHtml(attributes: HtmlAttributes, label = ""): string {
  return renderHostHtml(
    {
      tag: "human-connect-card",
      display: "block",
      delegatesFocus: false,
      describe: (view, given) =>
        cardTree({
          ...view,
          headingLevel: readHeadingLevel(given.get("heading-level")),
          hasHeading: true,
          hasPrivacy: true,
        }),
    },
    attributes,
    label,
  );
}
