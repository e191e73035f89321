import { callService, type CallSettings } from "../service/call-service.js";
import { type ClientUser, readClientUser } from "../token/client-user.js";
import { type DataEndpoint, requireEndpoint } from "./endpoints.js";
import { type DataPage, type DataRecord, readPages } from "./pages.js";
import { type DataQuery, toDataParams } from "./query.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { ServiceAnswer } from "../service/read-failure.js";
import type { AccessToken, CallOptions } from "../token/tokens.js";

/** The health data of one user. */
export interface HumanData {
  /**
   * A list of records, newest first. Pages are requested lazily, as you iterate.
   *
   * @throws {TypeError} synchronously for an unknown endpoint or an invalid query.
   * @example
   * for await (const reading of humanApi.data(user.id).list("heart_rate/readings", { updatedSince })) save(reading);
   */
  list(endpoint: DataEndpoint, query?: DataQuery, options?: Pick<CallOptions, "signal">): DataList;
}

/**
 * Iterates over the records of all pages. Each iteration requests them again. It throws a {@link HumanApiError}:
 * `access-token-refused`, `data-forbidden`, the codes of `accessToken`, and the codes of every service call.
 */
export interface DataList extends AsyncIterable<DataRecord> {
  /** Iterates over whole pages, with the total. */
  pages(): AsyncIterable<DataPage>;
}

export interface DataClientParts {
  readonly dataUrl: string;
  readonly settings: CallSettings;
  readonly accessToken: (user: ClientUser, options: CallOptions) => Promise<AccessToken>;
}

/** More than 500 records of the largest kind. */
const maxAnswerBytes = 32 * 1024 * 1024;

/**
 * @throws {TypeError} for an invalid user.
 * @see docs/vendor.md#data-api
 */
export function createHumanData(user: ClientUser, parts: DataClientParts): HumanData {
  readClientUser(user);
  return {
    list(endpoint, query = {}, { signal } = {}) {
      const url = new URL(`${parts.dataUrl}/v1/human/${requireEndpoint(endpoint)}`);
      url.search = toDataParams(query).toString();
      const pages = (): AsyncGenerator<DataPage> => readPages(url, (page) => readWithToken(page, user, signal, parts));
      return { pages, [Symbol.asyncIterator]: () => flatten(pages()) };
    },
  };
}

async function* flatten(pages: AsyncIterable<DataPage>): AsyncGenerator<DataRecord, void, undefined> {
  for await (const { records } of pages) yield* records;
}

/** Replaces a refused token once: it may have been revoked before it expired. */
async function readWithToken(
  url: URL,
  user: ClientUser,
  signal: AbortSignal | undefined,
  { accessToken, settings }: DataClientParts,
): Promise<ServiceAnswer> {
  const read = async (fresh: boolean): Promise<ServiceAnswer> => {
    const { token } = await accessToken(user, { signal, fresh });
    const request = { method: "GET", headers: { authorization: `Bearer ${token}` }, maxAnswerBytes } as const;
    return callService(url.href, request, signal, settings).catch((error: unknown) => {
      throw toDataError(error);
    });
  };
  try {
    return await read(false);
  } catch (error) {
    if (!isRefusedToken(error)) throw error;
    return read(true);
  }
}

const isRefusedToken = (error: unknown): boolean =>
  error instanceof HumanApiError && error.code === "access-token-refused";

/** The codes of the token service would give wrong advice here. */
function toDataError(error: unknown): unknown {
  if (!(error instanceof HumanApiError)) return error;
  const { status, requestId, body } = error;
  if (status === 401) return new HumanApiError("access-token-refused", { status, requestId, body });
  if (status === 403) return new HumanApiError("data-forbidden", { status, requestId, body });
  return error;
}
