/**
 * Reads a body to its end, or cancels it as soon as it is too long.
 *
 * @returns The bytes; undefined if there are more than `maxBytes`.
 */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  // One growing buffer: for a body that arrives byte by byte, a list of chunks would be a hundred times as large.
  let bytes = new Uint8Array(Math.min(maxBytes, 4096));
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.slice(0, length);
    const needed = length + value.byteLength;
    if (needed > maxBytes) {
      // Not awaited: the sender may never acknowledge the cancellation.
      reader.cancel().catch(() => {});
      return undefined;
    }
    if (needed > bytes.byteLength) bytes = grow(bytes, Math.min(maxBytes, Math.max(needed, 2 * bytes.byteLength)));
    bytes.set(value, length);
    length = needed;
  }
}

function grow(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes);
  return larger;
}
