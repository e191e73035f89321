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
    const node = "raw" in given ? given.raw : given;
    const nodeResponse = "raw" in givenResponse ? givenResponse.raw : givenResponse;
    // From here on the answer is ours to send.
    if ("raw" in givenResponse) givenResponse.hijack?.();
    const gone = new AbortController();
    nodeResponse.once("close", () => {
      if (!nodeResponse.writableFinished) gone.abort();
    });
    const request = toRequest(node, gone.signal);
    const response = request ? await handler(request, given as never).catch(() => failed()) : malformed();
    await sendResponse(response, nodeResponse);
  };
}

/** A name or an address, and perhaps a port: anything else could pass for a path or for credentials. */
const isHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Frameworks that mount a handler under a path keep the whole one here. */
type Mounted = NodeRequest & { readonly originalUrl?: string };

function toRequest(node: Mounted, signal: AbortSignal): Request | undefined {
  const { method = "GET", socket } = node;
  const host = readHeader(node, "host") ?? readHeader(node, ":authority");
  const scheme = socket && "encrypted" in socket ? "https" : "http";
  const url = `${scheme}://${host}${node.originalUrl ?? node.url ?? "/"}`;
  if (!host || !isHost.test(host) || !URL.canParse(url)) return undefined;
  const hasBody = method !== "GET" && method !== "HEAD" && announcesBody(node) && !node.readableEnded;
  const body = hasBody ? { body: toStream(node), duplex: "half" } : undefined;
  return new Request(url, { method, headers: readHeaders(node), signal, ...body });
}

const announcesBody = (node: NodeRequest): boolean =>
  readHeader(node, "transfer-encoding") !== undefined || Number(readHeader(node, "content-length") ?? 0) > 0;

function readHeader({ headers }: NodeRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : value?.[0];
}

function readHeaders({ headers }: NodeRequest): Headers {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 puts method and path among the headers.
    if (value === undefined || name.startsWith(":")) continue;
    for (const item of typeof value === "string" ? [value] : value) read.append(name, item);
  }
  return read;
}

function toStream(node: NodeRequest): ReadableStream<Uint8Array> {
  const iterator = node[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      // Ending the iterator would destroy the connection before the answer was sent.
      for (let next = await iterator.next(); !next.done;) next = await iterator.next();
    },
  });
}

async function sendResponse(response: Response, node: NodeResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (node.headersSent) return;
  node.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") node.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) node.setHeader("set-cookie", cookies);
  node.end(body);
}

const failed = (): Response => new Response(null, { status: 500, headers: { "cache-control": "no-store" } });
const malformed = (): Response => new Response(null, { status: 400, headers: { "cache-control": "no-store" } });
