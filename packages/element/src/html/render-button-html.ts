import { describeButton } from "../tree/button-tree.js";
import { renderHostHtml, type HtmlAttributes } from "./render-host-html.js";

/**
 * `<human-connect-button>` as a server writes it: with a declarative shadow root, so that the button is drawn before any
 * script has run. The element takes it over. For pages without a framework that renders custom elements.
 *
 * @param attributes Attributes of the element; `true` is one without a value, `false` and `undefined` are left out.
 * @param label What the button says. Default: the label of the locale.
 * @returns HTML. The `nonce` among the attributes counts for the styles too.
 * @throws {TypeError} For a name that is no attribute name.
 * @example renderButtonHtml({ "token-url": "/api/human-connect/token" }, "Share my records")
 */
export function renderButtonHtml(attributes: HtmlAttributes, label = ""): string {
  return renderHostHtml(
    { tag: "human-connect-button", display: "inline-block", delegatesFocus: true, describe: describeButton },
    attributes,
    label,
  );
}
