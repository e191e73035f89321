/**
 * What the Connect page and the sandbox's server say to each other. Human API does not document this part, so it is the
 * sandbox's own; everything that a host page or a backend can see follows the vendor's documents instead.
 *
 * Every call carries the launch token as `authorization: Bearer …`; none carries it in a URL.
 */

/** A fictional provider that a person can connect. */
export interface Provider {
  /** 24 lower-case hexadecimal digits, as the vendor's source ids are. */
  id: string;
  name: string;
  kind: ProviderKind;
  /** Town and state, or a short line such as "Wearable". */
  place: string;
  /** Extra words that a search finds, such as a former name. */
  aliases: readonly string[];
  /** Audience groups that the `segment` option narrows to. */
  segments: readonly string[];
  /** Two or more degrees of one hue on the colour wheel for the provider's monogram, 0 to 359. */
  hue: number;
}

export type ProviderKind = "clinic" | "hospital" | "pharmacy" | "lab" | "insurer" | "wearable";

/** `GET /connect/api/session`, the first call of the page. */
export interface PageSession {
  mode: "auth" | "select";
  /** What the person has connected with this application, oldest first. */
  connections: readonly Connection[];
  /** What they have asked for and is not offered yet, oldest first. */
  requestedProviders: readonly RequestedProvider[];
  /** The scenario the launch asked for, if any; the page plays its part of it. */
  scenario: string | null;
  /** Name of the application that the person came from. */
  application: string;
  /** How long a step is shown that needs no time itself: 1 as people can follow, 0 not at all. */
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

/** Every answer that is not a success. */
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
