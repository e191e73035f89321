import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NotificationSignature } from "../../src/index.js";
import { createClock } from "../support/support.js";
import { clientSecret, codeOf, replay, sign, startEndpoint } from "./endpoint.js";

describe("how notifications are signed is up to the host", () => {
  const event = { eventId: "one", sent: { at: 0 }, when: 1_800_000_000, once: "n-1" };
  const now = (): number => 1_800_000_000_000;
  const digestOf = (body: string, parts: string, encoding: "hex" | "base64" | "base64url"): string =>
    createHmac("sha1", clientSecret)
      .update(body + parts)
      .digest(encoding);

  it.each<[string, NotificationSignature, "hex" | "base64" | "base64url", string, Record<string, string>]>([
    [
      "headers and base64",
      { timestamp: { header: "X-Time" }, nonce: { header: "X-Once" }, encoding: "base64" },
      "base64",
      "",
      { "x-time": "1800000000", "x-once": "n-1" },
    ],
    [
      "the URL and the base64 of URLs",
      { timestamp: { query: "t" }, nonce: { query: "n" }, encoding: "base64" },
      "base64url",
      "?t=1800000000&n=n-1",
      {},
    ],
    ["fields of the body", { timestamp: { field: "when" }, nonce: { field: "once" }, encoding: "hex" }, "hex", "", {}],
  ])("by %s", async (_, format, encoding, query, headers) => {
    const { url, heard } = await startEndpoint({ signature: format, now });
    const body = JSON.stringify(event);
    const send = async (digest: string): Promise<number> =>
      (await replay(url + query, { body, headers: { ...headers, "x-humanapi-signature": digest } })).status;

    const statuses = [
      await send(digestOf(body, "1800000000n-1", encoding)),
      await send(digestOf(body, "1800000000n-2", encoding)),
    ];

    expect(statuses).toEqual([200, 401]);
    expect(heard).toHaveLength(1);
  });

  it("also not at all, when the host says so", async () => {
    const { url, heard } = await startEndpoint({ signature: "unsigned" });
    const send = (body: object): Promise<Response> => replay(url, { body: JSON.stringify(body), headers: {} });

    for (const body of [{ eventId: "one" }, { eventId: "one" }, { a: 1 }, { a: 1 }]) await send(body);

    expect(heard.map(({ event: { eventId } }) => eventId)).toEqual(["one", undefined, undefined]);
  });

  it("over the bytes, whatever they are", async () => {
    const { url, heard } = await startEndpoint();

    for (const body of ['{ "eventId" : "ä" }', '{"eventId":"\\u00e4"}', '{"b":1e2,"eventId":"ö\\n"}'])
      expect((await replay(url, sign(body))).status).toBe(200);

    expect(heard).toHaveLength(2);
  });
});

describe("a notification that is not timely", () => {
  it.each([
    [-300_000, 200],
    [300_000, 200],
    [-300_001, 401],
    [300_001, 401],
  ])("by %i ms is answered %i", async (ms, status) => {
    const now = createClock(1_800_000_000_000);
    const { url, heard } = await startEndpoint({ now });

    const response = await replay(url, sign({ eventId: "one" }, { timestamp: String(now() + ms) }));

    expect([response.status, await codeOf(response)]).toEqual([
      status,
      status === 200 ? undefined : "notification-late",
    ]);
    expect(heard).toHaveLength(status === 200 ? 1 : 0);
  });

  it("is refused however well it was signed, once it is a replay of long ago", async () => {
    const now = createClock();
    const { url, heard } = await startEndpoint({ now, toleranceMs: 1000 });
    const message = sign({ eventId: "one" }, { timestamp: String(now()) });

    const statuses = [(await replay(url, message)).status];
    now.pass(1001);
    statuses.push((await replay(url, message)).status);

    expect(statuses).toEqual([200, 401]);
    expect(heard).toHaveLength(1);
  });
});
