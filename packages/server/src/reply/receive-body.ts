import { readLimited } from "../base/read-limited.js";
import { withDeadline } from "../base/with-deadline.js";

/** Why there are no bytes: the body is too long, it broke off or did not end in time, or other code has already read it. */
export type BodyFault = "too-large" | "incomplete" | "consumed";

/** More than any well-behaved client needs for a small body. Over HTTP/2 no other timeout ends a stalled stream. */
const longestMs = 10_000;

/**
 * Reads the body of a request. Never rejects, and always settles, within 10 s.
 *
 * @param maxBytes Longest body in bytes; a longer one is `too-large`.
 */
export async function receiveBody(request: Request, maxBytes: number): Promise<Uint8Array | BodyFault> {
  const { body, bodyUsed } = request;
  if (bodyUsed || body?.locked === true) return "consumed";
  if (!body) return new Uint8Array();
  try {
    return (await withDeadline(longestMs, undefined, () => readLimited(body, maxBytes))) ?? "too-large";
  } catch {
    return "incomplete";
  }
}

/** The reply of an endpoint to a body that broke off. */
export const incomplete = [
  400,
  "body-incomplete",
  "The request body broke off, or did not arrive within 10 s. Send the request again.",
] as const;
