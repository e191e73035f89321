/**
 * How the time of sending is written: digits of seconds or of milliseconds since 1970, ISO 8601 with a zone
 * (`2026-11-28T08:00:00Z`, `2026-11-28T08:00:00.000+05:00`), or ISO 8601 without one, which is read as UTC.
 */
export type TimestampFormat = "seconds" | "milliseconds" | "iso" | "iso-utc";

export const timestampFormats: readonly TimestampFormat[] = ["seconds", "milliseconds", "iso", "iso-utc"];

/**
 * Reads a time in exactly one form. What is signed is body, time and nonce without a border between them, so whoever has one
 * genuine message may try to move the border: of one text, no two pieces from its start may be different times. Ten digits and
 * thirteen are the same second, an end of `Z` or of `+05:00` cannot be followed by more, and parts of a second count for being
 * early alone ({@link isTimely}).
 *
 * @param format Undefined for all forms that cannot be taken for each other: those with digits, and ISO with a zone.
 * @returns Milliseconds since 1970; undefined for any other form.
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

/** Whether a message of this time may be worked on now. */
export function isTimely(sentAt: number, now: number, toleranceMs: number): boolean {
  const wholeSecond = Math.floor(sentAt / 1000) * 1000;
  return now - wholeSecond <= toleranceMs && sentAt - now <= toleranceMs;
}

/** By hand: `Date.parse` guesses at whatever it is given, and reads what has no zone in that of the server. */
function readIso(text: string, hasZone: boolean): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:(Z)|([+-]\d\d):(\d\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, part = "", isUtc, zoneHour, zoneMinute = "0"] = parts;
  if (hasZone !== (isUtc !== undefined || zoneHour !== undefined)) return undefined;
  const fields = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)] as const;
  const instant = Date.UTC(...fields);
  // The thirty-first of February is none.
  if (!new Date(instant).toISOString().startsWith(text.slice(0, 19))) return undefined;
  const zoneMinutes = Math.abs(Number(zoneHour ?? 0)) * 60 + Number(zoneMinute);
  const aheadMs = (zoneHour?.startsWith("-") ? -1 : 1) * zoneMinutes * 60_000;
  return instant + Math.floor(Number(`0.${part || "0"}`) * 1000) - aheadMs;
}
