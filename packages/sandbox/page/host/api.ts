import type {
  Connection,
  PageError,
  PageSession,
  ProviderPage,
  RequestedProvider,
} from "../../src/base/connect-api.js";
import type { Launch } from "./launch.js";

/** The calls of `connect-api.ts`; each rejects with an {@link ApiError} or, when its signal aborts, an AbortError. */
export interface ConnectApi {
  session(): Promise<PageSession>;
  providers(q: string, signal?: AbortSignal): Promise<ProviderPage>;
  connect(providerId: string): Promise<Connection>;
  disconnect(id: string): Promise<void>;
  request(provider: RequestedProvider): Promise<void>;
}

/** A call that did not succeed; `code` is the server's errorCode, or `UNREACHABLE`. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Sends a call; the path is absolute. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Calls the sandbox with the launch token, which is never written into a URL. */
export function createApi(launch: Launch, ask: Ask): ConnectApi {
  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await send(ask, `/connect/api${path}`, {
      ...init,
      headers: {
        ...(launch.token === null ? {} : { authorization: `Bearer ${launch.token}` }),
        ...(init.body === undefined ? {} : { "content-type": "application/json" }),
      },
    });
    if (!response.ok) throw await readError(response);
    return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
  };
  return {
    session: () => call(`/session?${launch.passedOn}`),
    providers: (q, signal) => call(`/providers?${providersQuery(launch, q)}`, { signal }),
    connect: (providerId) => call("/connections", { method: "POST", body: JSON.stringify({ providerId }) }),
    disconnect: (id) => call(`/connections/${encodeURIComponent(id)}`, { method: "DELETE" }),
    request: (provider) => call("/requests", { method: "POST", body: JSON.stringify(provider) }),
  };
}

function providersQuery(launch: Launch, q: string): URLSearchParams {
  const query = new URLSearchParams({ q });
  if (launch.segment !== null) query.set("segment", launch.segment);
  if (launch.pinned.length > 0) query.set("pinned", launch.pinned.join(","));
  return query;
}

async function send(ask: Ask, path: string, init: RequestInit): Promise<Response> {
  try {
    return await ask(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError("UNREACHABLE", "The sandbox does not answer.", { cause });
  }
}

/** Reads the error from an error response. */
export async function readError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Partial<PageError>;
  return new ApiError(body.errorCode ?? "UNEXPECTED", body.message ?? `The sandbox answered ${response.status}.`);
}
