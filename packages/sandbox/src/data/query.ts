import { HttpFailure } from "../base/http-failure.js";

/** The parsed query of a list. */
export interface DataQuery {
  limit: number;
  offset: number;
  /** Milliseconds since 1970. */
  createdSince: number | undefined;
  createdBefore: number | undefined;
  updatedSince: number | undefined;
  updatedBefore: number | undefined;
  /** `YYYY-MM-DD`, both or neither. */
  startDate: string | undefined;
  endDate: string | undefined;
  /** Id or name of a source. */
  source: string | undefined;
}

const defaultLimit = 50;
const maxLimit = 500;

/**
 * Reads the query parameters that the vendor documents (docs/vendor.md#data-api); others are ignored.
 *
 * @throws {HttpFailure} 400 naming the invalid parameter.
 */
export function parseDataQuery(query: Readonly<Record<string, string>>): DataQuery {
  const { start_date: startDate, end_date: endDate, source } = query;
  if ((startDate === undefined) !== (endDate === undefined)) {
    throw refused(startDate === undefined ? "start_date" : "end_date", "Send start_date and end_date together.");
  }
  return {
    limit: readNumber(query, "limit", defaultLimit, 1, maxLimit),
    offset: readNumber(query, "offset", 0, 0, Number.MAX_SAFE_INTEGER),
    createdSince: readInstant(query, "created_since"),
    createdBefore: readInstant(query, "created_before"),
    updatedSince: readInstant(query, "updated_since"),
    updatedBefore: readInstant(query, "updated_before"),
    startDate: readDate(query, "start_date"),
    endDate: readDate(query, "end_date"),
    source,
  };
}

type Query = Readonly<Record<string, string>>;

function readNumber(query: Query, name: string, fallback: number, least: number, most: number): number {
  const text = query[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw refused(name, `${name} must be a whole number from ${least} to ${most}.`);
}

function readInstant(query: Query, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6.000Z");
  if (iso !== text && isExact(iso)) return Date.parse(iso);
  throw refused(name, `${name} must be an instant such as 20260131T235959Z.`);
}

function readDate(query: Query, name: string): string | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isExact(`${text}T00:00:00.000Z`)) return text;
  throw refused(name, `${name} must be a date such as 2026-01-31.`);
}

/** `Date.parse` alone accepts 31 February. */
const isExact = (iso: string): boolean => !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString() === iso;

const refused = (name: string, message: string): HttpFailure => new HttpFailure(400, "BAD_REQUEST", message, [name]);
