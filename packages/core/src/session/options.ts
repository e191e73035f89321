import type { ConnectClient } from "../client/client.js";
import type { ConnectCallbacks } from "../model/events.js";
import type { LabelOptions } from "../words/labels.js";
import type { Source } from "../model/session.js";
import type { TokenContext, TokenGrant } from "../token/token-grant.js";
import type { WidgetOptions } from "../model/widget-options.js";

/** Longest waits in milliseconds. */
export interface Timeouts {
  /** For `getToken`. Default 15_000. */
  tokenMs?: number | undefined;
  /** For the vendor's code. Default 15_000. */
  clientMs?: number | undefined;
  /** For the Connect page. Default 20_000. */
  widgetMs?: number | undefined;
}

/** The options of a session: `tokenUrl` or `getToken` is required. Read at each use, so a getter may return the latest values. */
export interface HumanConnectOptions extends WidgetOptions, LabelOptions, ConnectCallbacks {
  /**
   * Your token endpoint, such as `createTokenHandler` of `@human-connect/server`: a path of this site, or an absolute https URL (http
   * on localhost). Requested by POST on click, with the cookies of this origin and `Accept: application/json`; `?reason=expired` or
   * `?reason=invalid` is added when Connect has refused the last token. Redirects are not followed. Other headers, a body or cookies
   * of another origin need `getToken`, which takes precedence.
   */
  tokenUrl?: string | undefined;
  /** Requests a session or id token from your backend. Called when the user clicks, not before. */
  getToken?: ((context: TokenContext) => TokenGrant | Promise<TokenGrant>) | undefined;
  /** Where the vendor's code comes from. Default `cdnClient()`. */
  client?: ConnectClient | undefined;
  /** The connections that your backend knows. Replaces `currentConnections` whenever its content changes between sessions. */
  initialConnections?: readonly Source[] | undefined;
  /**
   * Id of the signed-in user: any string that changes with the user; it never leaves the page. `undefined`, `null` and `""` mean that no
   * user is signed in. State, token and session belong to this user: when it changes, a running session ends (`closed-by-host`), and the
   * state is reset to `initialConnections`. With it a token is reused until shortly before it expires; without it a token serves one
   * attempt. A value that is not a string ends in `invalid-option`.
   */
  user?: string | undefined;
  /** Requests the token on intent already; requires `user`. Creating a session token creates a Human API user, so default false. */
  prefetchToken?: boolean | undefined;
  timeouts?: Timeouts | undefined;
  /** Logs a timeline to the console, without tokens, and warns about clients that behave in unknown ways. Default false. */
  debug?: boolean | undefined;
}
