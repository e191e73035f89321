import type { DataQuery } from "./query.js";
import type { DataRecord } from "./records.js";

/** One page of a list, with the headers in which the vendor describes the others. */
export interface DataPage {
  records: readonly DataRecord[];
  /** How many match in all. */
  total: number;
  /** The `Link` header. */
  link: string;
}

/**
 * Cuts a page out of a list.
 *
 * @param url The URL of the request; the links repeat its other parameters, but no token.
 * @param sourceNames Lower-case names of the connected sources by id, for filters of the older kind.
 */
export function cutPage(
  list: readonly DataRecord[],
  query: DataQuery,
  url: URL,
  sourceNames: ReadonlyMap<string, string>,
): DataPage {
  const matching = list.filter((record) => isMatch(record, query, sourceNames));
  const { limit, offset } = query;
  const total = matching.length;
  return { records: matching.slice(offset, offset + limit), total, link: toLinks(url, { limit, offset, total }) };
}

function isMatch(record: DataRecord, query: DataQuery, sourceNames: ReadonlyMap<string, string>): boolean {
  const createdAt = Date.parse(record.createdAt);
  const updatedAt = Date.parse(record.updatedAt);
  const date = dateOf(record);
  const { startDate, endDate, source } = query;
  return (
    createdAt >= (query.createdSince ?? Number.NEGATIVE_INFINITY) &&
    createdAt < (query.createdBefore ?? Number.POSITIVE_INFINITY) &&
    updatedAt >= (query.updatedSince ?? Number.NEGATIVE_INFINITY) &&
    updatedAt < (query.updatedBefore ?? Number.POSITIVE_INFINITY) &&
    (startDate === undefined || date >= startDate) &&
    (endDate === undefined || date <= endDate) &&
    (source === undefined || source === record.source || source === sourceNames.get(record.source))
  );
}

/** The date of a record; the field depends on the endpoint. */
function dateOf(record: DataRecord): string {
  const fields = ["date", "timestamp", "startTime", "resultDateTime", "startDate"].map((name) => record[name]);
  const text = fields.find((value) => typeof value === "string") ?? record.createdAt;
  return String(text).slice(0, 10);
}

function toLinks(url: URL, { limit, offset, total }: { limit: number; offset: number; total: number }): string {
  const lastOffset = Math.max(0, Math.floor((total - 1) / limit) * limit);
  const links: [string, number][] = [
    ["first", 0],
    ["last", lastOffset],
  ];
  if (offset > 0) links.unshift(["prev", Math.max(0, offset - limit)]);
  if (offset + limit < total) links.unshift(["next", offset + limit]);
  return links.map(([rel, start]) => `<${toPageUrl(url, limit, start)}>; rel="${rel}"`).join(", ");
}

function toPageUrl(url: URL, limit: number, offset: number): string {
  const page = new URL(url);
  page.searchParams.delete("access_token");
  page.searchParams.set("limit", String(limit));
  page.searchParams.set("offset", String(offset));
  return page.href;
}
