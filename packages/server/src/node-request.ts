import type { NodeRequest } from "./node.js";

/** Frameworks that mount a handler under a path keep the whole one here. */
type Mounted = NodeRequest & { readonly originalUrl?: string };

/** Adapters of serverless platforms also write numbers and null. */
type HeaderValue = string | number | readonly string[] | null | undefined;

/**
 * Whether Fetch knows no request by this method. They echo headers, the cookie among them, or open tunnels: no handler takes one.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
export const isRefusedMethod = (method: string | undefined): boolean => /^(connect|trace|track)$/i.test(method ?? "");

/** @returns Undefined for what Fetch refuses to make a request of. */
export function toRequest(node: NodeRequest, signal: AbortSignal): Request | undefined {
  try {
    return read(node, signal);
  } catch {
    return undefined;
  }
}

/** A name or an address, and perhaps a port: anything else could pass for a path or for credentials. */
const isHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

function read(node: Mounted, signal: AbortSignal): Request | undefined {
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
  return toTexts(headers[name])[0];
}

function readHeaders({ headers }: NodeRequest): Headers {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 puts method and path among the headers.
    if (name.startsWith(":")) continue;
    for (const text of toTexts(value)) read.append(name, text);
  }
  return read;
}

function toTexts(value: HeaderValue): readonly string[] {
  if (value === undefined || value === null) return [];
  return typeof value === "object" ? value : [String(value)];
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
