import { crc32, deflateSync } from "node:zlib";

/**
 * Encodes an opaque picture as a PNG of 256 colours, a third of the bytes: its most frequent colours, and for every other colour the
 * nearest of them.
 *
 * @param {{ width: number, height: number, data: Uint8Array }} picture RGBA.
 * @returns {Buffer}
 */
export function encodeIndexedPng({ width, height, data }) {
  const pixels = Array.from(
    { length: width * height },
    (_, at) => (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2],
  );
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts]
    .sort(([a, often], [b, rarely]) => rarely - often || a - b)
    .slice(0, 256)
    .map(([color]) => color);
  const indexes = new Map([...counts.keys()].map((color) => [color, findNearest(palette, color)]));
  const rows = Buffer.alloc((width + 1) * height);
  // The first byte of a row says that it is not filtered.
  pixels.forEach((color, at) => (rows[at + Math.floor(at / width) + 1] = indexes.get(color)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(toRgb))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const toRgb = (color) => [color >> 16, (color >> 8) & 255, color & 255];

function findNearest(palette, color) {
  const known = palette.indexOf(color);
  if (known >= 0) return known;
  const distances = palette.map((other) =>
    toRgb(color).reduce((sum, part, at) => sum + (part - toRgb(other)[at]) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type, body) {
  const content = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}
