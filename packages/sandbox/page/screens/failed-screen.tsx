import type { JSX } from "preact";
import { Icon } from "../parts/icon.js";
import { isTokenStatus, type TokenStatus } from "../state/messages.js";

const refusals: Readonly<Record<TokenStatus, { title: string; text: string }>> = {
  SESSION_TOKEN_EXPIRED: {
    title: "Your session has expired",
    text: "Sessions end after a while to keep you safe. Return to the app and start again.",
  },
  SESSION_TOKEN_INVALID: {
    title: "This session cannot be opened",
    text: "The app you came from sent a pass that we do not know. Return to it and try again.",
  },
  MISSING_SESSION_TOKEN: {
    title: "We cannot tell who you are",
    text: "Connect was opened without a session. Return to the app and open it from there.",
  },
};

/** Titles of other codes that the vendor documents. */
const titles: Readonly<Record<string, string>> = { USER_ALREADY_EXISTS: "User Already Exists" };

/** Shows why the session cannot continue and what the user can do. */
export function FailedScreen(props: {
  code: string;
  message: string;
  onRetry: () => void;
  onClose: () => void;
}): JSX.Element {
  const { code, message, onRetry, onClose } = props;
  const isRefused = isTokenStatus(code);
  const { title, text } = isRefused ? refusals[code] : { title: titles[code] ?? "Connect cannot start", text: message };
  return (
    <div class="column centred" role="alert">
      <span class="badge badge-danger">
        <Icon name="alert" />
      </span>
      <h1 tabIndex={-1}>{title}</h1>
      <p class="lead">{text}</p>
      <div class="actions">
        {!isRefused && (
          <button type="button" class="button button-primary" onClick={onRetry}>
            Try again
          </button>
        )}
        <button type="button" class={isRefused ? "button button-primary" : "button"} onClick={onClose}>
          Return to the app
        </button>
      </div>
      <p class="code quiet small">{code}</p>
    </div>
  );
}
