/**
 * Reads a body to its end, or gives up as soon as it is too long.
 *
 * @returns The bytes; undefined when there are more than `maxBytes`.
 */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  // One buffer that grows: of a body that comes byte by byte, a list of its pieces would be a hundred times as large.
  let bytes = new Uint8Array(Math.min(maxBytes, 4096));
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.slice(0, length);
    const needed = length + value.byteLength;
    if (needed > maxBytes) {
      // Whoever sends it may not hear of this; nobody waits for that.
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
