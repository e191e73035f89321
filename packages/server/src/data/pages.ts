import { readNextLink } from "./link.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { ServiceAnswer } from "../service/read-failure.js";

/** The fields of every record; further fields depend on the endpoint. */
export interface DataRecord {
  readonly id: string;
  readonly humanId: string;
  /** The connected source of the record. */
  readonly source: string;
  readonly sourceData: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}

export interface DataPage {
  readonly records: readonly DataRecord[];
  /** Number of records on all pages; undefined if the service does not say. */
  readonly total: number | undefined;
}

/**
 * Reads a list page by page.
 *
 * @param first URL of the first page.
 * @param read Calls the service.
 * @throws {HumanApiError} `upstream-malformed` if a response is not a list, or if the pages form a circle; the errors of `read`.
 */
export async function* readPages(
  first: URL,
  read: (url: URL) => Promise<ServiceAnswer>,
): AsyncGenerator<DataPage, void, undefined> {
  const seen = new Set<string>();
  for (let url: URL | undefined = first; url;) {
    if (seen.has(url.search)) throw malformed("Its links to the next page form a circle.", 200);
    seen.add(url.search);
    const answer = await read(url);
    const page = readPage(answer);
    yield page;
    url = findNext(answer.headers, url, page);
  }
}

function readPage({ body, headers, status }: ServiceAnswer): DataPage {
  const total = Number.parseInt(headers.get("x-total-count") ?? "", 10);
  const records = toRecords(body);
  if (!records) throw malformed("It is not a list of records.", status);
  return { records, total: total >= 0 ? total : undefined };
}

/** A single record, such as the latest reading, becomes a list of one; null or an empty object becomes an empty list. */
function toRecords(body: unknown): DataRecord[] | undefined {
  if (Array.isArray(body)) return body.every(isObject) ? body : undefined;
  if (body === null) return [];
  if (!isObject(body)) return undefined;
  return Object.keys(body).length > 0 ? [body] : [];
}

const isObject = (value: unknown): value is DataRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Uses only the query of a link, so that the token is never sent to another address. Without a `Link` header, the total decides
 * whether there is a next page.
 */
function findNext(headers: Headers, url: URL, { records, total }: DataPage): URL | undefined {
  const next = new URL(url);
  const link = headers.get("link");
  if (link === null) {
    const offset = Number(url.searchParams.get("offset") ?? 0) + records.length;
    next.searchParams.set("offset", String(offset));
    return total !== undefined && records.length > 0 && offset < total ? next : undefined;
  }
  const address = readNextLink(link);
  if (address === undefined) return undefined;
  if (!URL.canParse(address, url)) throw malformed("Its link to the next page is not a valid URL.", 200);
  next.search = new URL(address, url).search;
  next.searchParams.delete("access_token");
  return next;
}

const malformed = (what: string, status: number): HumanApiError =>
  new HumanApiError("upstream-malformed", {
    summary: `The response of the Data API is not as documented. ${what}`,
    status,
  });
