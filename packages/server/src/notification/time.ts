/**
 * The format of the timestamp: digits of seconds or of milliseconds since 1970, ISO 8601 with a time zone (`2026-11-28T08:00:00Z`,
 * `2026-11-28T08:00:00.000+05:00`), or ISO 8601 without a time zone, which is read as UTC.
 */
export type TimestampFormat = "seconds" | "milliseconds" | "iso" | "iso-utc";

export const timestampFormats: readonly TimestampFormat[] = ["seconds", "milliseconds", "iso", "iso-utc"];

/**
 * Parses a timestamp in an unambiguous format. Body, timestamp and nonce are signed without a separator, so an attacker with one
 * genuine message may try to shift the boundaries: no two prefixes of one string may be different times. Ten digits and thirteen are
 * the same second, `Z` or `+05:00` cannot be followed by more, and fractions of a second count only for early timestamps
 * ({@link isTimely}).
 *
 * @param format Undefined for all formats that cannot be confused: those with digits, and ISO 8601 with a time zone.
 * @returns Milliseconds since 1970; undefined for any other format.
 */
export function readTimestamp(text: string, format: TimestampFormat | undefined): number | undefined {
  switch (format) {
    case "seconds":
      return /^\d{10}$/.test(text) ? Number(text) * 1000 : undefined;
    case "milliseconds":
      return /^\d{13}$/.test(text) ? Number(text) : undefined;
    case "iso":
      return readIso(text, true);
    case "iso-utc":
      return readIso(text, false);
    case undefined:
      return readTimestamp(text, "seconds") ?? readTimestamp(text, "milliseconds") ?? readTimestamp(text, "iso");
    default:
      return format satisfies never;
  }
}

/** Whether a message with this timestamp may be handled now. */
export function isTimely(sentAt: number, now: number, toleranceMs: number): boolean {
  const wholeSecond = Math.floor(sentAt / 1000) * 1000;
  return now - wholeSecond <= toleranceMs && sentAt - now <= toleranceMs;
}

/** Does not use `Date.parse`, which guesses at unknown formats, and reads a time without a time zone as local. */
function readIso(text: string, hasZone: boolean): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:(Z)|([+-]\d\d):(\d\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, part = "", isUtc, zoneHour, zoneMinute = "0"] = parts;
  if (hasZone !== (isUtc !== undefined || zoneHour !== undefined)) return undefined;
  const fields = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)] as const;
  const instant = Date.UTC(...fields);
  // Rejects dates such as the 31st of February.
  if (!new Date(instant).toISOString().startsWith(text.slice(0, 19))) return undefined;
  const zoneMinutes = Math.abs(Number(zoneHour ?? 0)) * 60 + Number(zoneMinute);
  const aheadMs = (zoneHour?.startsWith("-") ? -1 : 1) * zoneMinutes * 60_000;
  return instant + Math.floor(Number(`0.${part || "0"}`) * 1000) - aheadMs;
}
