/** What is known about one way to fail. */
export interface ErrorCodeFacts {
  /** The service's own `errorCode`, where it documents one. */
  readonly wire?: string;
  /** What happened. */
  readonly sentence: string;
  /** What to do about it. */
  readonly mend: string;
  /** Whether the same call may succeed later without anybody mending anything. */
  readonly retryable: boolean;
}

/** Every way in which a call of Human API fails: first the codes that it documents, then ours. */
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
 * What each code means and what to do about it. Messages, documents and tests come from here.
 *
 * @see docs/vendor.md#token-service
 */
export const errorCodes: Readonly<Record<HumanApiErrorCode, ErrorCodeFacts>> = {
  "invalid-token-type": {
    wire: "INVALID_TOKEN_TYPE",
    sentence: "Human API does not know this type of token.",
    mend: "Check that authUrl is the token service of the environment that you mean.",
    retryable: false,
  },
  "access-token-generation-not-allowed": {
    wire: "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
    sentence: "Human API gives no access token for this user.",
    mend: "Let the user connect a source first; a deleted user has to connect again.",
    retryable: false,
  },
  "client-token-generation-not-allowed": {
    wire: "CLIENT_TOKEN_GENERATION_NOT_ALLOWED",
    sentence: "Human API gives this application no client token.",
    mend: "Ask Human API to enable the admin API for your client id.",
    retryable: false,
  },
  "invalid-client-id": {
    wire: "INVALID_CLIENT_ID",
    sentence: "Human API knows no application with this client id.",
    mend: "Check clientId, and that authUrl belongs to the same environment.",
    retryable: false,
  },
  "invalid-client-id-or-secret": {
    wire: "INVALID_CLIENT_ID_OR_SECRET",
    sentence: "Human API refused the client id or the client secret.",
    mend: "Check both, that they are not swapped, and that the secret was not replaced in the portal.",
    retryable: false,
  },
  "unknown-client-user-id": {
    wire: "UNKNOWN_CLIENT_USER_ID",
    sentence: "Human API knows nobody with a connected source under this user id.",
    mend: "Use a session token to let the user connect a source first, or connectToken, which chooses by itself.",
    retryable: false,
  },
  "not-authorized": {
    wire: "NOT_AUTHORIZED",
    sentence: "Human API does not allow this token for this user now.",
    mend: "A user with a connected source needs an id token instead of a session token; connectToken chooses by itself.",
    retryable: false,
  },
  "access-token-refused": {
    sentence: "The Data API refused the access token, and a new one as well.",
    mend: "Check that dataUrl and authUrl belong to the same environment, and that the user was not deleted.",
    retryable: false,
  },
  "data-forbidden": {
    sentence: "The Data API does not allow your application to read these data.",
    mend: "Ask Human API which data your contract covers.",
    retryable: false,
  },
  "upstream-refused": {
    sentence: "Human API refused the request.",
    mend: "The status says why; error.body holds what the service sent with it.",
    retryable: false,
  },
  "upstream-failed": {
    sentence: "Human API failed to answer the request.",
    mend: "Try again later. If it goes on, ask Human API's support and name error.requestId.",
    retryable: true,
  },
  "rate-limited": {
    sentence: "Human API asks for fewer requests.",
    mend: "Try again after error.retryAfterSeconds. Share one store between your servers, so that each token is asked for once.",
    retryable: true,
  },
  "upstream-unreachable": {
    sentence: "Human API could not be reached.",
    mend: "Check authUrl, DNS, and what your firewall or proxy lets out; error.cause says what the network said.",
    retryable: true,
  },
  "upstream-timeout": {
    sentence: "Human API did not answer in time.",
    mend: "Try again later, or raise timeoutMs.",
    retryable: true,
  },
  "upstream-malformed": {
    sentence: "The answer is not one of Human API's.",
    mend: "Check that the service's URL is right and that no proxy or sign-in page stands in between.",
    retryable: false,
  },
  "store-failed": {
    sentence: "The store did not do what it was asked.",
    mend: "Check the store; error.cause says what it said. What was to be forgotten may still be in it.",
    retryable: true,
  },
  "legacy-token-malformed": {
    sentence: "This is no session token object of connect.js for this application.",
    mend: "Pass on what connect.js gave to finish, unchanged: humanId, clientId and sessionToken.",
    retryable: false,
  },
  "legacy-user-mismatch": {
    sentence: "The session token object belongs to another user than the one who is signed in.",
    mend: "Do not keep its tokens. Open connect.js with the clientUserId of whoever is signed in.",
    retryable: false,
  },
  "credentials-missing": {
    sentence: "A credential of your application is missing.",
    mend: "Set it in the environment in which the server runs. A build needs none.",
    retryable: false,
  },
};

/** Finds the code for what the service calls it. */
export function findErrorCode(wire: string): HumanApiErrorCode | undefined {
  return codeByWire.get(wire.toUpperCase().replaceAll("-", "_"));
}

const codeByWire: ReadonlyMap<string, HumanApiErrorCode> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ (Object.entries(errorCodes) as [HumanApiErrorCode, ErrorCodeFacts][]).flatMap(([code, { wire }]) =>
    wire ? [[wire, code]] : [],
  ),
);
