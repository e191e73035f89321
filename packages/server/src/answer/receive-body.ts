import { readLimited } from "../base/read-limited.js";
import { withDeadline } from "../base/with-deadline.js";

/** Why there are no bytes: the body is too long, it broke off or never ended, or something has read it before. */
export type BodyFault = "too-large" | "incomplete" | "consumed";

/** Longer than any honest client needs for a body that is small; over HTTP/2 nothing else ends a stream that stands still. */
const longestMs = 10_000;

/**
 * Reads the body of a request, however it comes. Never rejects, and always ends.
 *
 * @param maxBytes A longer body is too large.
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

/** What an endpoint answers to a body that broke off. */
export const incomplete = [400, "body-incomplete", "The body ended before its end, or did not come in time."] as const;
