/** Filters for a list of the Data API. */
export interface DataQuery {
  /** Records per page, 1 to 500. Default 500, which needs the fewest requests. */
  limit?: number | undefined;
  /** Number of records to skip, 0 or more. Default 0. */
  offset?: number | undefined;
  /** Records that Human API has received since then. Fractions of a second are rounded so that the range widens. */
  createdSince?: Date | undefined;
  createdBefore?: Date | undefined;
  /** Records that have changed since then, as for a nightly synchronization. */
  updatedSince?: Date | undefined;
  updatedBefore?: Date | undefined;
  /** First day that the records are about, `YYYY-MM-DD`. Requires `endDate`. */
  startDate?: string | undefined;
  /** Last day, inclusive. Requires `startDate`. */
  endDate?: string | undefined;
  /** Id of one connected source. */
  source?: string | undefined;
}

const maxLimit = 500;

/**
 * Serializes a query for the service.
 *
 * @throws {TypeError} if a filter is invalid, before any request; the message names the filter.
 * @see docs/vendor.md#data-api
 */
export function toDataParams(query: DataQuery): URLSearchParams {
  for (const name of Object.keys(query)) {
    if (!Object.hasOwn(readers, name)) throw refused(name, `does not exist. Use ${Object.keys(readers).join(", ")}`);
  }
  const { startDate, endDate } = query;
  if ((startDate === undefined) !== (endDate === undefined))
    throw refused(startDate === undefined ? "endDate" : "startDate", "is alone: pass startDate and endDate together");
  if (startDate !== undefined && endDate !== undefined && startDate > endDate)
    throw refused("startDate", "is later than endDate");
  const params = new URLSearchParams({ limit: String(maxLimit) });
  for (const [name, { wire, read }] of Object.entries(readers)) {
    const value = query[name as keyof DataQuery];
    if (value !== undefined) params.set(wire, read(value, name));
  }
  return params;
}

interface Reader {
  wire: string;
  read: (value: unknown, name: string) => string;
}

const readers: Readonly<Record<keyof DataQuery, Reader>> = {
  limit: { wire: "limit", read: whole(1, maxLimit) },
  offset: { wire: "offset", read: whole(0, Number.MAX_SAFE_INTEGER) },
  createdSince: { wire: "created_since", read: instant(Math.floor) },
  createdBefore: { wire: "created_before", read: instant(Math.ceil) },
  updatedSince: { wire: "updated_since", read: instant(Math.floor) },
  updatedBefore: { wire: "updated_before", read: instant(Math.ceil) },
  startDate: { wire: "start_date", read: day },
  endDate: { wire: "end_date", read: day },
  source: { wire: "source", read: text },
};

function whole(least: number, most: number): Reader["read"] {
  return (value, name) => {
    const isWhole = Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
    if (isWhole) return String(value);
    throw refused(name, `has to be a whole number from ${least} to ${most}`);
  };
}

/** Whole seconds, in the basic format of ISO 8601; `round` is chosen so that no record at the edge is lost. */
function instant(round: (seconds: number) => number): Reader["read"] {
  return (value, name) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw refused(name, "has to be a valid Date");
    const iso = new Date(round(value.getTime() / 1000) * 1000).toISOString();
    if (/^\d{4}-/.test(iso)) return iso.replaceAll(/[-:]|\.\d+/g, "");
    throw refused(name, "has to be in the years 0 to 9999");
  };
}

function day(value: unknown, name: string): string {
  const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isInCalendar(value);
  if (isDay) return value;
  throw refused(name, 'has to be a date such as "2026-01-31"');
}

/** `Date` parses the 31st of February as a day in March. */
function isInCalendar(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function text(value: unknown, name: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw refused(name, "has to be a non-empty string");
}

const refused = (name: string, problem: string): TypeError => new TypeError(`The query's ${name} ${problem}.`);
