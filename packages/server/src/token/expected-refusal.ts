import type { HumanApiError } from "../base/human-api-error.js";
import type { TokenKindName } from "./token-kinds.js";

/**
 * Whether a token was refused as documented because the user needs the other type. This is how the service distinguishes users with a
 * connected source from new ones, so it happens at the first click of every connected user and is not a failure.
 *
 * @see docs/vendor.md#token-service
 */
export function isExpectedRefusal(kind: TokenKindName, error: HumanApiError): boolean {
  // The documentation gives the status, but only the name of the code.
  if (kind === "session") return error.status === 403 || error.code === "not-authorized";
  return kind === "id" && error.code === "unknown-client-user-id";
}
