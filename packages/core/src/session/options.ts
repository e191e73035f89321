import type { ConnectClient } from "../client/client.js";
import type { ConnectCallbacks } from "../model/events.js";
import type { LabelOptions } from "../words/labels.js";
import type { Source } from "../model/session.js";
import type { TokenContext, TokenGrant } from "../token/token-grant.js";
import type { WidgetOptions } from "../model/widget-options.js";

/** Longest waits in milliseconds. */
export interface Timeouts {
  /** For `getToken`. Default 15_000. */
  tokenMs?: number;
  /** For the vendor's code. Default 15_000. */
  clientMs?: number;
  /** For the Connect page. Default 20_000. */
  widgetMs?: number;
}

/** Everything that a session needs: `tokenUrl` or `getToken`. Read anew at each use, so a getter may return the latest values. */
export interface HumanConnectOptions extends WidgetOptions, LabelOptions, ConnectCallbacks {
  /**
   * Your token endpoint, such as `createTokenHandler` of `@human-connect/server`: a path of this site, or an absolute https URL (http
   * on localhost). Requested by POST on click, with the cookies of this origin and `Accept: application/json`; `?reason=expired` or
   * `?reason=invalid` is added when Connect has refused the last token. Redirects are not followed. Other headers, a body or cookies
   * of another origin need `getToken`, which takes precedence.
   */
  tokenUrl?: string;
  /** Asks your backend for a session or id token. Called when the person clicks, not before. */
  getToken?: (context: TokenContext) => TokenGrant | Promise<TokenGrant>;
  /** Where the vendor's code comes from. Default `cdnClient()`. */
  client?: ConnectClient;
  /** What your backend knows to be connected. Replaces `currentConnections` whenever its content changes between sessions. */
  initialConnections?: readonly Source[];
  /**
   * Who is signed in: any text that changes with the person; it never leaves the page. `undefined`, `null` and `""` are nobody.
   * State, token and session belong to this person: when it changes, a running session ends (`closed-by-host`), and the state
   * starts anew from `initialConnections`. With it a token is reused until shortly before it expires; without it a token serves
   * one attempt. Anything but a text ends in `invalid-option`.
   */
  user?: string;
  /** Asks for the token on intent already; needs `user`. Minting a session token creates a Human API user, so default false. */
  prefetchToken?: boolean;
  timeouts?: Timeouts;
  /** Writes a timeline to the console, without tokens, and warns about clients that behave in unknown ways. Default false. */
  debug?: boolean;
}
