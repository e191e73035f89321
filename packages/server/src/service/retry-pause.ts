/** The longest that one call waits because the service asks it to; a longer wish is passed on to the caller. */
const maxRetryAfterMs = 5000;
const firstPauseMs = 200;
const longestPauseMs = 2000;

/**
 * How long to wait before the next attempt: what the service asks for, else a random part of a time that doubles, so that many
 * servers that failed together do not come back together.
 *
 * @param attempt The number of attempts made so far, from 1.
 * @param retryAfterSeconds What the service asked for.
 * @param random 0 to 1.
 * @returns Milliseconds; undefined when the service asks for more patience than a call has.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function toRetryPause(
  attempt: number,
  retryAfterSeconds: number | undefined,
  random: number,
): number | undefined {
  const jittered = random * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  if (retryAfterSeconds === undefined) return jittered;
  const askedMs = retryAfterSeconds * 1000;
  return askedMs > maxRetryAfterMs ? undefined : askedMs;
}

/**
 * Reads `Retry-After`: whole seconds, or a date, which is compared with the service's own `Date`.
 *
 * @returns Seconds, 0 or more; undefined for anything else.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A date that is none would be read too: "-3" is a year.
  const until = Date.parse(text.endsWith(" GMT") ? text : "");
  if (Number.isNaN(until)) return undefined;
  const sentAt = Date.parse(headers.get("date") ?? "");
  return Math.max(0, Math.ceil((until - (Number.isNaN(sentAt) ? now : sentAt)) / 1000));
}
