/** The facts about one error code. */
export interface ErrorCodeFacts {
  /** The service's own `errorCode`, where it documents one. */
  readonly wire?: string;
  /** What happened. */
  readonly sentence: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
}

/** The code of every failed call: first the codes that Human API documents, then those of this package. */
export type HumanApiErrorCode =
  | "invalid-token-type"
  | "access-token-generation-not-allowed"
  | "client-token-generation-not-allowed"
  | "invalid-client-id"
  | "invalid-client-id-or-secret"
  | "unknown-client-user-id"
  | "not-authorized"
  | "access-token-refused"
  | "data-forbidden"
  | "upstream-refused"
  | "upstream-failed"
  | "rate-limited"
  | "upstream-unreachable"
  | "upstream-timeout"
  | "upstream-malformed"
  | "store-failed"
  | "legacy-token-malformed"
  | "legacy-user-mismatch"
  | "credentials-missing";

/**
 * What each code means and what to do about it. Error messages, the README and the tests use these sentences.
 *
 * @see docs/vendor.md#token-service
 */
export const errorCodes: Readonly<Record<HumanApiErrorCode, ErrorCodeFacts>> = {
  "invalid-token-type": {
    wire: "INVALID_TOKEN_TYPE",
    sentence: "Human API does not know this type of token.",
    remedy: "Check that authUrl is the token service of the right environment.",
    retryable: false,
  },
  "access-token-generation-not-allowed": {
    wire: "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
    sentence: "Human API does not issue an access token for this user.",
    remedy: "Let the user connect a source first; a deleted user has to connect again.",
    retryable: false,
  },
  "client-token-generation-not-allowed": {
    wire: "CLIENT_TOKEN_GENERATION_NOT_ALLOWED",
    sentence: "Human API does not issue client tokens to this application.",
    remedy: "Ask Human API to enable the admin API for your client id.",
    retryable: false,
  },
  "invalid-client-id": {
    wire: "INVALID_CLIENT_ID",
    sentence: "Human API does not know this client id.",
    remedy: "Check clientId, and that authUrl belongs to the same environment.",
    retryable: false,
  },
  "invalid-client-id-or-secret": {
    wire: "INVALID_CLIENT_ID_OR_SECRET",
    sentence: "Human API refused the client id or the client secret.",
    remedy: "Check that both are correct and not swapped, and that the secret was not replaced in the portal.",
    retryable: false,
  },
  "unknown-client-user-id": {
    wire: "UNKNOWN_CLIENT_USER_ID",
    sentence: "Human API does not know a user with this id and a connected source.",
    remedy:
      "Let the user connect a source with a session token first, or use connectToken, which chooses the token type.",
    retryable: false,
  },
  "not-authorized": {
    wire: "NOT_AUTHORIZED",
    sentence: "Human API does not allow this type of token for this user now.",
    remedy:
      "A user with a connected source needs an id token instead of a session token; connectToken chooses the type.",
    retryable: false,
  },
  "access-token-refused": {
    sentence: "The Data API refused the access token and also its replacement.",
    remedy: "Check that dataUrl and authUrl belong to the same environment, and that the user was not deleted.",
    retryable: false,
  },
  "data-forbidden": {
    sentence: "The Data API does not allow your application to read this data.",
    remedy: "Ask Human API which data your contract covers.",
    retryable: false,
  },
  "upstream-refused": {
    sentence: "Human API refused the request.",
    remedy: "See error.status, and error.body, which holds the body of the response.",
    retryable: false,
  },
  "upstream-failed": {
    sentence: "Human API failed to answer the request.",
    remedy: "Try again later. If it keeps failing, contact Human API's support and quote error.requestId.",
    retryable: true,
  },
  "rate-limited": {
    sentence: "Human API limits the rate of requests.",
    remedy:
      "Try again after error.retryAfterSeconds. Share one store between your servers, so that each token is requested once.",
    retryable: true,
  },
  "upstream-unreachable": {
    sentence: "Human API could not be reached.",
    remedy: "Check the URL of the service, DNS, and your firewall or proxy; error.cause holds the network error.",
    retryable: true,
  },
  "upstream-timeout": {
    sentence: "Human API did not answer in time.",
    remedy: "Try again later, or raise timeoutMs.",
    retryable: true,
  },
  "upstream-malformed": {
    sentence: "The response is not a valid response of Human API.",
    remedy: "Check the URL of the service, and that no proxy or sign-in page answers in its place.",
    retryable: false,
  },
  "store-failed": {
    sentence: "The store did not confirm that an entry was deleted.",
    remedy: "Check the store; error.cause holds its error. The data that was to be forgotten may still be in it.",
    retryable: true,
  },
  "legacy-token-malformed": {
    sentence: "The value is not a session token object of connect.js for this application.",
    remedy: "Pass the object that connect.js passed to finish, unchanged: humanId, clientId and sessionToken.",
    retryable: false,
  },
  "legacy-user-mismatch": {
    sentence: "The session token object does not belong to the signed-in user.",
    remedy: "Discard it, and open connect.js with the clientUserId of the signed-in user.",
    retryable: false,
  },
  "credentials-missing": {
    sentence: "A credential of your application is missing.",
    remedy: "Set it in the environment of the running server. A build does not need it.",
    retryable: false,
  },
};

/** Finds the code for an error code of the service. */
export function findErrorCode(wire: string): HumanApiErrorCode | undefined {
  return codeByWire.get(wire.toUpperCase().replaceAll("-", "_"));
}

const codeByWire: ReadonlyMap<string, HumanApiErrorCode> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ (Object.entries(errorCodes) as [HumanApiErrorCode, ErrorCodeFacts][]).flatMap(([code, { wire }]) =>
    wire ? [[wire, code]] : [],
  ),
);
