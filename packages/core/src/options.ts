import type { ConnectClient } from "./client.js";
import type { ConnectCallbacks } from "./events.js";
import type { LabelOptions } from "./labels.js";
import type { Source } from "./session.js";

/** The vendor's own options, in camelCase. @see VENDOR.md §1.2 */
export interface WidgetOptions {
  /** The Connect page. https only, http for localhost. Default `https://hapi-connect.humanapi.co`. */
  baseUrl?: string;
  /** `"auth"`: sign in and connect. `"select"`: only choose providers. Default: the vendor's, which is `"auth"`. */
  mode?: "auth" | "select";
  /** Your client id; needed in `"select"` mode. */
  clientId?: string;
  /** Shows preseeded sources. */
  preseed?: boolean;
  /** Sources to start with in `"select"` mode. Latin-1 text only: the vendor cannot encode anything else. */
  preseededSources?: readonly unknown[];
  /** Id of a portal invitation. */
  inviteSessionId?: string;
  /** Name of a configuration that the vendor made for you. */
  config?: string;
  /** Audience group that narrows the providers. */
  segment?: string;
  /** Providers to show first: ids or names. */
  pinnedProviders?: string | readonly string[];
  /** How dark the page becomes under the widget, 0 to 1. Default 0.6. */
  overlayOpacity?: number;
  /** Origins that messages are trusted from. Default: the origin of `baseUrl`. */
  messageOrigins?: readonly string[];
  /** Opens a connection to the Connect page on intent, by a hidden frame with the vendor's splash image. Default true. */
  warmFrame?: boolean;
  /** Shows Connect inside this element, sized to it, instead of over the page. An element or a selector. */
  container?: Element | string;
}

/** Longest waits in milliseconds. */
export interface Timeouts {
  /** For `getToken`. Default 15_000. */
  tokenMs?: number;
  /** For the vendor's code. Default 15_000. */
  clientMs?: number;
  /** For the Connect page. Default 20_000. */
  widgetMs?: number;
}

/** What `getToken` may return: whatever a reasonable backend answers. Lifetimes are in seconds. */
export type TokenGrant =
  | string
  | { token: string; expiresIn?: number }
  | { session_token: string; expires_in?: number }
  | { id_token: string; expires_in?: number };

/** Why a token is asked for: a click, an intent, or because Connect refused the last one. */
export type TokenReason = "open" | "prefetch" | "expired" | "invalid";

/** Everything that a session needs. Read anew at each use, so a getter may return the latest values. */
export interface HumanConnectOptions extends WidgetOptions, LabelOptions, ConnectCallbacks {
  /** Asks your backend for a session or id token. Called when the person clicks, not before. */
  getToken: (context: { signal: AbortSignal; reason: TokenReason }) => TokenGrant | Promise<TokenGrant>;
  /** Where the vendor's code comes from. Default `cdnClient()`. */
  client?: ConnectClient;
  /** What your backend knows to be connected. Replaces `currentConnections` whenever its content changes between sessions. */
  initialConnections?: readonly Source[];
  /**
   * Who is signed in: any key that changes with the person; it never leaves the page. With it a token is reused until
   * shortly before it expires; without it each session takes a token of its own, so that nobody opens another's data.
   */
  user?: string;
  /** Asks for the token on intent already. Minting a session token creates a Human API user, so default false. */
  prefetchToken?: boolean;
  timeouts?: Timeouts;
  /** Writes a timeline to the console, without tokens, and warns about clients that behave in unknown ways. Default false. */
  debug?: boolean;
}
