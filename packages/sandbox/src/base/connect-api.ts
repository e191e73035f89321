/**
 * The API between the Connect page and the sandbox's server. Human API does not document this part, so it is the sandbox's own;
 * everything that a host page or a backend can see follows the vendor's documentation instead.
 *
 * Every call sends the launch token as `authorization: Bearer …`, never in a URL.
 */

/** A fictional provider that a user can connect. */
export interface Provider {
  /** 24 lower-case hexadecimal digits, as the vendor's source ids are. */
  id: string;
  name: string;
  kind: ProviderKind;
  /** Town and state, or a short line such as "Wearable". */
  place: string;
  /** Extra words that the search matches, such as a former name. */
  aliases: readonly string[];
  /** Audience groups that the `segment` option narrows to. */
  segments: readonly string[];
  /** Hue of the provider's monogram on the colour wheel, in degrees, 0 to 359. */
  hue: number;
}

export type ProviderKind = "clinic" | "hospital" | "pharmacy" | "lab" | "insurer" | "wearable";

/** `GET /connect/api/session`, the first call of the page. */
export interface PageSession {
  mode: "auth" | "select";
  /** The sources that the user has connected with this application, oldest first. */
  connections: readonly Connection[];
  /** The providers that the user has requested and that are not offered yet, oldest first. */
  requestedProviders: readonly RequestedProvider[];
  /** The scenario that the launch names, or null; the page plays its part of it. */
  scenario: string | null;
  /** Name of the application that opened Connect. */
  application: string;
  /** How long the page shows a step that takes no time itself: 1 as a user can follow, 0 not at all. */
  pace: number;
}

/** `POST /connect/api/connections` answers one; `DELETE /connect/api/connections/:id` answers 204. */
export interface Connection {
  /** The provider's id. */
  id: string;
  name: string;
  kind: ProviderKind;
  /** ISO 8601 instant. */
  connectedAt: string;
}

/** Shape of `requestedSources` and `requestedProviders` in the vendor's messages. */
export interface RequestedProvider {
  address: string;
  healthSystem: string;
  location: { latitude: number; longitude: number };
  physician: string;
  website: string;
}

/** The body of every error response. */
export interface PageError {
  errorCode: string;
  message: string;
}

/** `GET /connect/api/providers?q=&segment=&pinned=` answers at most 20, best first. */
export interface ProviderPage {
  providers: readonly Provider[];
  /** How many match in all. */
  total: number;
}
