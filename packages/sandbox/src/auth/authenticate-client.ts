import { createHash, timingSafeEqual } from "node:crypto";
import { HttpFailure } from "../base/http-failure.js";
import type { SandboxContext } from "../world/sandbox-context.js";

/**
 * Authenticates the caller of a token service.
 *
 * @throws {HttpFailure} 401 with the code that Human API documents (docs/vendor.md#token-service).
 */
export function authenticateClient(
  given: { clientId: string; clientSecret: string | undefined },
  { clientId, clientSecret }: Pick<SandboxContext, "clientId" | "clientSecret">,
): void {
  if (given.clientId !== clientId) {
    throw new HttpFailure(401, "INVALID_CLIENT_ID", "No application has this client_id.");
  }
  if (!isSameSecret(given.clientSecret ?? "", clientSecret)) {
    throw new HttpFailure(401, "INVALID_CLIENT_ID_OR_SECRET", "The client_secret does not belong to this client_id.");
  }
}

/** Compares in constant time; hashing first, because `timingSafeEqual` requires equal lengths. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
