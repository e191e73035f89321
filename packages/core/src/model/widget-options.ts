/** The vendor's own options, in camelCase. @see docs/vendor.md#options */
export interface WidgetOptions {
  /**
   * The Connect page. https only, http for localhost; of another origin than the page's, unless the page runs a sandbox. Default
   * `https://hapi-connect.humanapi.co`.
   */
  baseUrl?: string | undefined;
  /** `"auth"`: sign in and connect. `"select"`: only choose providers. Default: the vendor's, which is `"auth"`. */
  mode?: "auth" | "select" | undefined;
  /** Your client id; required in `"select"` mode. */
  clientId?: string | undefined;
  /** Shows preseeded sources. */
  preseed?: boolean | undefined;
  /** Sources to start with in `"select"` mode. Latin-1 text only: the vendor cannot encode anything else. */
  preseededSources?: readonly unknown[] | undefined;
  /** Id of a portal invitation. */
  inviteSessionId?: string | undefined;
  /** Name of a configuration that the vendor created for you. */
  config?: string | undefined;
  /** Audience group that narrows the providers. */
  segment?: string | undefined;
  /** Providers to show first: ids or names. */
  pinnedProviders?: string | readonly string[] | undefined;
  /** Opacity of the overlay under the widget, 0 to 1. Default 0.6. */
  overlayOpacity?: number | undefined;
  /** Origins whose messages are accepted. Default: the origin of `baseUrl`. */
  messageOrigins?: readonly string[] | undefined;
  /**
   * Opens a connection to the Connect page on intent, at the latest on click, by a hidden frame with the vendor's splash image. Default
   * true.
   */
  warmFrame?: boolean | undefined;
  /** Shows Connect inside this element, in its size, instead of over the page. An element or a selector. */
  container?: Element | string | undefined;
  /**
   * The browser's Back, such as that of a phone, closes Connect (`cancelled`) where it covers the page, and does not leave the page. Has
   * no effect on Connect in a `container`. Default false.
   */
  closeOnBack?: boolean | undefined;
}
