import type { HumanApiError } from "../base/human-api-error.js";
import type { TokenKindName } from "./token-kinds.js";

/**
 * Whether a token was refused as documented because the user needs one of the other type. That is how the service tells somebody
 * with a connected source from somebody new, so it happens at the first click of every connected user and is nobody's trouble.
 *
 * @see docs/vendor.md#token-service
 */
export function isExpectedRefusal(kind: TokenKindName, error: HumanApiError): boolean {
  // The status is documented, the code only by its name.
  if (kind === "session") return error.status === 403 || error.code === "not-authorized";
  return kind === "id" && error.code === "unknown-client-user-id";
}
