import { refuse, toResponse } from "./json-answer.js";
import { isRefusedMethod, toRequest } from "./node-request.js";
import { sendResponse } from "./node-response.js";

/** The part of Node's request that is used; Express's and that of HTTP/2 fit as well. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket?: object | null | undefined;
  readonly readableEnded: boolean;
}

/** The part of Node's response that is used. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly writableFinished: boolean;
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  removeHeader?(name: string): unknown;
  end(body: Uint8Array): unknown;
  once(event: "close", listener: () => void): unknown;
}

/** Fastify's request, or that of any framework which wraps Node's. */
export interface WrappedRequest {
  readonly raw: NodeRequest;
}

/** Fastify's reply. */
export interface WrappedResponse {
  readonly raw: NodeResponse;
  hijack?(): unknown;
}

/** What takes a request of Node's or of a framework's. Resolves when the answer was handed over; never rejects. */
export type NodeHandler<Context> = (
  request: Context & (NodeRequest | WrappedRequest),
  response: NodeResponse | WrappedResponse,
) => Promise<void>;

/** Any function from Request to Response, whatever it wants to know beside the request. */
type AnyHandler = (request: Request, context?: never) => Promise<Response>;

/** What a handler wants to know beside the request. */
type ContextOf<H extends AnyHandler> = H extends (request: Request, context?: infer Context) => unknown
  ? Context
  : unknown;

/**
 * Mounts a handler in `node:http`, Express or Fastify. `identify` gets the framework's own request as its second argument, with
 * the session that a middleware has put there.
 *
 * @param handler Of `createTokenHandler`, or any other function from Request to Response.
 * @example
 * app.post("/api/human-connect/token", toNodeHandler(createTokenHandler<express.Request>({ humanApi, identify: (_, request) => request.user?.id })));
 */
export function toNodeHandler<H extends AnyHandler>(handler: H): NodeHandler<ContextOf<H>> {
  return async (given: NodeRequest | WrappedRequest, givenResponse) => {
    const node = isWrapped(given, "headers") ? given.raw : (given as NodeRequest);
    const nodeResponse = isWrapped(givenResponse, "setHeader") ? givenResponse.raw : (givenResponse as NodeResponse);
    // From here on the answer is ours to send.
    if ("hijack" in givenResponse) givenResponse.hijack?.();
    const gone = new AbortController();
    nodeResponse.once("close", () => {
      if (!nodeResponse.writableFinished) gone.abort();
    });
    await sendResponse(await answer(node, gone.signal, (request) => handler(request, given as never)), nodeResponse);
  };
}

/** Other things are called `raw` too, such as a body that a parser has kept. */
function isWrapped<Wrapped extends { readonly raw: object }>(given: object, name: string): given is Wrapped {
  const raw: unknown = "raw" in given ? given.raw : undefined;
  return typeof raw === "object" && raw !== null && name in raw;
}

/** Never rejects: nobody would hear of it, and a rejection that nobody hears of ends the process. */
async function answer(
  node: NodeRequest,
  signal: AbortSignal,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (isRefusedMethod(node.method))
    return toResponse(refuse(405, "method-not-allowed", "Use POST.", { allow: "POST" }));
  const request = toRequest(node, signal);
  if (!request)
    return toResponse(refuse(400, "request-malformed", "The request's method, address or headers are none."));
  try {
    return await handle(request);
  } catch {
    return new Response(null, { status: 500, headers: { "cache-control": "no-store" } });
  }
}
