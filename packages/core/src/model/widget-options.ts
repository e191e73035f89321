/** The vendor's own options, in camelCase. @see docs/vendor.md#options */
export interface WidgetOptions {
  /**
   * The Connect page. https only, http for localhost; of another origin than the page's, unless a sandbox stands in the page.
   * Default `https://hapi-connect.humanapi.co`.
   */
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
  /**
   * The browser's Back, such as that of a phone, closes Connect (`cancelled`) where it lies over the page, and leaves the page as it
   * is. Nothing changes for Connect in a `container`. Default false.
   */
  closeOnBack?: boolean;
}
