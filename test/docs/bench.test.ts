import { X509Certificate, createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, connect, type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createCertificate } from "../../bench/network/certificate.mjs";
import { createLine, startShaper } from "../../bench/network/shaper.mjs";
import { interleave } from "../../bench/report/interleave.mjs";
import { slopeOf, summarize, summarizeRatio } from "../../bench/report/statistics.mjs";

it("summarizes by median and quartiles", () => {
  expect(summarize([5, 1, 4, 2, 3])).toEqual({ median: 3, q1: 2, q3: 4, n: 5 });
  expect(() => summarize([])).toThrow(RangeError);
});

it("takes the median of ratios, not the ratio of medians", () => {
  expect(summarizeRatio([10, 40, 90], [10, 20, 30]).median).toBe(2);
});

it("finds a slope that one outlier does not bend", () => {
  expect(slopeOf([0, 1, 2, 3, 4, 5, 6].map((x) => [x, x === 3 ? 1000 : 7 * x]))).toBe(7);
});

it("measures there and back", async () => {
  const order: string[] = [];

  const results = await interleave({ a: 1, b: 2, c: 3 }, 2, async (sample, key) => {
    order.push(key);
    return sample;
  });

  expect(order.join("")).toBe("abccba");
  expect(results).toEqual({ a: [1, 1], b: [2, 2], c: [3, 3] });
});

it("issues a certificate that its own key has signed, with the fingerprint that Chromium compares", () => {
  const { cert, fingerprint } = createCertificate();

  const certificate = new X509Certificate(cert);

  expect(certificate.verify(certificate.publicKey)).toBe(true);
  const info = certificate.publicKey.export({ type: "spki", format: "der" });
  expect(createHash("sha256").update(info).digest("base64")).toBe(fingerprint);
});

it.each([
  ["nothing", { rttMs: 0, bytesPerMs: Infinity }],
  ["a slow line", { rttMs: 4, bytesPerMs: 20_000 }],
])("passes every byte on in its order, both ways, through %s", async (_, network) => {
  const echo = createServer((socket) => socket.pipe(socket));
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  const shaper = await startShaper(createLine(network), (echo.address() as AddressInfo).port);
  const sent = Buffer.from(Array.from({ length: 300_000 }, (__, at) => (at * 7) % 251));
  const pieces: Buffer[] = [];
  const socket = connect(shaper.port, "127.0.0.1");

  socket.write(sent);
  for await (const piece of socket as AsyncIterable<Buffer>) {
    pieces.push(piece);
    if (pieces.reduce((sum, { length }) => sum + length, 0) >= sent.length) break;
  }

  expect(Buffer.concat(pieces).equals(sent)).toBe(true);
  shaper.close();
  echo.close();
});
