import { buttonTree } from "../tree/button-tree.js";
import { renderHostHtml, type HtmlAttributes } from "./render-host-html.js";

/**
 * `<human-connect-button>` as HTML for a server: with a declarative shadow root, so that the button is visible before any
 * script has run. The element adopts it. For pages without a framework that renders custom elements.
 *
 * @param attributes Attributes of the element; `true` writes an attribute without a value, `false` and `undefined` are left out.
 * @param label Label of the button. Default: the label of the locale.
 * @returns HTML. The `nonce` among the attributes also applies to the styles.
 * @throws {TypeError} For an invalid attribute name.
 * @example renderButtonHtml({ "token-url": "/api/human-connect/token" }, "Share my records")
 */
export function renderButtonHtml(attributes: HtmlAttributes, label = ""): string {
  return renderHostHtml(
    { tag: "human-connect-button", display: "inline-block", delegatesFocus: true, describe: buttonTree },
    attributes,
    label,
  );
}
