import type { NodeRequest } from "../answer/node-message.js";

/** What tells a request with a body from one without. */
type NodeMessage = NodeRequest & {
  readonly httpVersionMajor?: number | null | undefined;
  readonly stream?: { readonly endAfterHeaders?: boolean } | undefined;
};

/**
 * The body, as bytes or as a stream.
 *
 * @param kept The bytes, where something has read them before.
 * @returns Undefined for a request without one, and for one whose body was read and not kept.
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

/** HTTP/1 says in headers that a body comes; HTTP/2 and later may end a stream without a word about its length. */
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
      // Something has given the stream an encoding.
      else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
    },
    async cancel() {
      // Ending the iterator would destroy the connection before the answer was sent.
      for (let next = await iterator.next(); !next.done;) next = await iterator.next();
    },
  });
}
