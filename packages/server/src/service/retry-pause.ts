/** The longest `Retry-After` that a call waits for; a longer one is passed on to the caller. */
const maxRetryAfterMs = 5000;
const firstPauseMs = 200;
const longestPauseMs = 2000;

/**
 * Computes the pause before the next attempt: the `Retry-After` of the service, else exponential backoff with full jitter, so that
 * servers that failed at the same time do not retry at the same time.
 *
 * @param attempt The number of attempts made so far, from 1.
 * @param retryAfterSeconds The `Retry-After` of the service.
 * @param random 0 to 1.
 * @returns Milliseconds; undefined if `Retry-After` is longer than a call waits.
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
 * @returns Seconds, 0 or more; undefined for any other value.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // `Date.parse` accepts values that are not dates: "-3" is a year.
  const until = Date.parse(text.endsWith(" GMT") ? text : "");
  if (Number.isNaN(until)) return undefined;
  const sentAt = Date.parse(headers.get("date") ?? "");
  return Math.max(0, Math.ceil((until - (Number.isNaN(sentAt) ? now : sentAt)) / 1000));
}
