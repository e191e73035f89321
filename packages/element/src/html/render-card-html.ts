import { describeCard, readHeadingLevel } from "../tree/card-tree.js";
import { renderHostHtml, type HtmlAttributes } from "./render-host-html.js";

/**
 * `<human-connect-card>` as a server writes it: with a declarative shadow root, so that the card is drawn before any script has
 * run. The element takes it over. For pages without a framework that renders custom elements.
 *
 * @param attributes Attributes of the element; `true` is one without a value, `false` and `undefined` are left out.
 * @param label What the button says. Default: the labels of the locale.
 * @returns HTML. The `nonce` among the attributes counts for the styles too.
 * @throws {TypeError} For a name that is no attribute name.
 * @example renderCardHtml({ "token-url": "/api/human-connect/token", "heading-level": 3 })
 */
export function renderCardHtml(attributes: HtmlAttributes, label = ""): string {
  return renderHostHtml(
    {
      tag: "human-connect-card",
      display: "block",
      delegatesFocus: false,
      describe: (view, given) =>
        describeCard({
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
