import { EndpointError } from "../model/endpoint-answer.js";
import { HumanConnectError, type HumanConnectErrorCode } from "../model/errors.js";
import type { WidgetLabels } from "./labels.js";

/** What happened and what to do, for each code. `{}` is replaced by the detail. */
const messages: Record<HumanConnectErrorCode, string> = {
  "token-failed":
    "getToken, or the request to tokenUrl, failed. See the cause. Check that your token endpoint answers, connect-src of this page's Content-Security-Policy, and CORS on another origin.",
  "token-timeout": "No token within {} ms. Check your token endpoint or raise timeouts.tokenMs.",
  "token-malformed":
    "Got {} where a token was expected. Answer with the session or id token as a string, or as { token, expiresIn }.",
  "token-missing": "Connect received no token. Check which client version is loaded.",
  "token-invalid": "Connect refused the token twice. Mint it for the environment that baseUrl belongs to.",
  "token-expired": "Connect reported an expired token twice. Do not cache tokens on your server beyond their lifetime.",
  "token-exposed":
    "The browser received {}, which must stay on your server. Answer with the session or id token only, and rotate what leaked.",
  "client-failed": "Connect's code could not be loaded from {}. Check the URL, the network and content blockers.",
  "client-timeout": "Connect's code took longer than {} ms. Check the network or raise timeouts.clientMs.",
  "client-blocked": "This page's policy blocks Connect's code. {}",
  "client-malformed":
    "Connect's code ran, but offers no open(). If the page has an AMD loader or a global `exports`, use npmClient().",
  "widget-busy": "Connect is already open on this page, or a frame has the id {}. Close or rename it.",
  "widget-blocked": "This page's policy blocks Connect. Add to your Content-Security-Policy: frame-src {}",
  "widget-failed":
    "The Connect page at {} cannot be reached. Check baseUrl, the network, content blockers, and this page's Cross-Origin-Embedder-Policy.",
  "widget-timeout":
    "The Connect page did not load within {} ms. Check baseUrl, the network, and this page's Cross-Origin-Embedder-Policy.",
  "widget-removed": "The page removed the Connect frame. Keep it until the session is over, or call close().",
  offline: "The browser is offline. Wait for the network, then open again.",
  "invalid-option": "Invalid option: {}",
  "no-dom": "open() needs a browser: call it when the user clicks.",
};

/** A missing directive of the page, as the detail of `client-blocked`. */
export function addDirective(directive: string): string {
  return `Add to your Content-Security-Policy: ${directive}`;
}

/** Creates an error of the kit. @param detail Replaces `{}` in the message; never a token. */
export function failure(code: HumanConnectErrorCode, detail = "", cause?: unknown): HumanConnectError {
  return new HumanConnectError(
    code,
    messages[code].replace("{}", () => detail),
    { cause },
  );
}

/** Adds the sentence for the user to an error. An error that is not a `HumanConnectError` was thrown in the vendor's code. */
export function localizeFailure(error: unknown, labels: WidgetLabels): HumanConnectError {
  const { code, message, cause } =
    error instanceof HumanConnectError
      ? error
      : new HumanConnectError("client-failed", "An unexpected error ended the session. See the cause.", {
          cause: error,
        });
  return new HumanConnectError(code, message, { cause, userMessage: userMessage(code, labels, cause) });
}

function userMessage(code: HumanConnectErrorCode, labels: WidgetLabels, cause: unknown): string {
  const remedy = cause instanceof EndpointError && cause.remedy;
  if (remedy) return remedy === "sign-in" ? labels.errorSignIn : labels.errorLater;
  if (code === "offline") return labels.errorOffline;
  if (code === "widget-busy") return labels.errorBusy;
  return /timeout/.test(code) ? labels.errorTimeout : labels.errorFailed;
}
