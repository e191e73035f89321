import type { NodeRequest } from "../reply/node-message.js";

/** The fields that distinguish a request with a body from one without. */
type NodeMessage = NodeRequest & {
  readonly httpVersionMajor?: number | null | undefined;
  readonly stream?: { readonly endAfterHeaders?: boolean } | undefined;
};

/**
 * Returns the body as bytes or as a stream.
 *
 * @param kept The bytes, if other code has already read them.
 * @returns Undefined for a request without a body, or if the body was read and its bytes were not kept.
 */
export function readBody(
  node: NodeRequest,
  method: string,
  kept: Uint8Array | undefined,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  if (kept) return kept as Uint8Array<ArrayBuffer>;
  const isReadable = !node.readableEnded && typeof node[Symbol.asyncIterator] === "function";
  return isReadable && mayHaveBody(node) ? toStream(node) : undefined;
}

/** HTTP/1 announces a body in headers; HTTP/2 and later may send one without a length. */
function mayHaveBody({ headers, httpVersionMajor, stream }: NodeMessage): boolean {
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0) return true;
  return httpVersionMajor !== 1 && stream?.endAfterHeaders !== true;
}

function toStream(node: NodeRequest): ReadableStream<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array | string> = node[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      // Other code has called `setEncoding` on the stream.
      else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
    },
    async cancel() {
      // Ending the iterator would destroy the connection before the response is sent.
      for (let next = await iterator.next(); !next.done;) next = await iterator.next();
    },
  });
}
