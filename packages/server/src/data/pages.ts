import { readNextLink } from "./link.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { ServiceAnswer } from "../service/read-failure.js";

/** What every record has; what else it has depends on the endpoint. */
export interface DataRecord {
  readonly id: string;
  readonly humanId: string;
  /** The connected source that it came from. */
  readonly source: string;
  readonly sourceData: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}

export interface DataPage {
  readonly records: readonly DataRecord[];
  /** How many there are on all pages; undefined when the service does not say. */
  readonly total: number | undefined;
}

/**
 * Reads a list page by page.
 *
 * @param first The first page.
 * @param read Calls the service.
 * @throws {HumanApiError} `upstream-malformed` for an answer that is no list, or a list without an end; what `read` throws.
 */
export async function* readPages(
  first: URL,
  read: (url: URL) => Promise<ServiceAnswer>,
): AsyncGenerator<DataPage, void, undefined> {
  const seen = new Set<string>();
  for (let url: URL | undefined = first; url;) {
    if (seen.has(url.search)) throw malformed("Its pages go round in a circle.", 200);
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
  if (!records) throw malformed("It is no list of records.", status);
  return { records, total: total >= 0 ? total : undefined };
}

/** What is only one thing, such as the latest reading, is a list of one; nothing at all is an empty one. */
function toRecords(body: unknown): DataRecord[] | undefined {
  if (Array.isArray(body)) return body.every(isObject) ? body : undefined;
  if (body === null) return [];
  if (!isObject(body)) return undefined;
  return Object.keys(body).length > 0 ? [body] : [];
}

const isObject = (value: unknown): value is DataRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Only the query of a link is taken: the token goes to the address that it was meant for, whatever the link says.
 * Without links it is the total that tells.
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
  if (!URL.canParse(address, url)) throw malformed("Its link to the next page is no URL.", 200);
  next.search = new URL(address, url).search;
  next.searchParams.delete("access_token");
  return next;
}

const malformed = (what: string, status: number): HumanApiError =>
  new HumanApiError("upstream-malformed", { summary: `The Data API's answer is not as documented. ${what}`, status });
