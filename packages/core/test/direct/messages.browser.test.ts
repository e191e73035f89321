import fc from "fast-check";
import { describe, expect, inject, it, vi } from "vitest";
import type { ConnectClient } from "../../src/client/client.js";
import { directClient } from "../../src/direct.js";
import type { ConnectEvent } from "../../src/model/events.js";
import { hostileClone, objectOf } from "../../../../test/fuzz/arbitraries.ts";
import { postFrom } from "../fake-vendor.js";
import { create, frame, openLoaded, stage } from "../human-connect/sessions.js";
import { loadVendors } from "./vendors.js";

/** Any page of this origin, so that the test may speak with its voice. */
const baseUrl = new URL("../client/no-client.js", import.meta.url).href.replace(/\?.*/, "");
const closing = "hapi-connect-close";
const clients: ConnectClient[] = [
  ...Object.values(await loadVendors()).map((vendor) => ({ load: async () => vendor })),
  directClient(),
];

const keys = [
  "sessionResults",
  "currentConnections",
  "connectedSources",
  "disconnectedSources",
  "id",
  "name",
  "status",
];
const payload = objectOf(keys, hostileClone(...keys));
const typed = (...types: string[]): fc.Arbitrary<object> =>
  fc.tuple(fc.constantFrom(...types), payload).map(([type, rest]) => ({ ...rest, type }));
const message = fc.oneof(
  { arbitrary: typed("hapi-connect-connect-source", "hapi-connect-disconnect-source"), weight: 3 },
  typed("close", "connect-source", "clhapi-connect-ose", "HAPI-CONNECT-CLOSE", "hapi-connect-error"),
  hostileClone("type"),
);

/** A whole session in which the Connect page posts these messages. @returns What the host hears. */
async function hear(client: ConnectClient, messages: readonly unknown[]): Promise<ConnectEvent[]> {
  const session = create({ client, baseUrl });
  const { over } = await openLoaded(session);
  for (const one of messages) postFrom(frame(), one);
  await over;
  expect(stage()).toBeNull();
  return session.events;
}

describe("the messages of the Connect page", () => {
  it("are the same events with directClient() as with the vendor's client", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 3, maxLength: 12, size: "max" }),
        typed(closing),
        async (messages, close) => {
          const heard: ConnectEvent[][] = [];
          for (const client of clients) heard.push(await hear(client, [...messages, close]));
          const [older, current, direct] = heard;
          expect(direct!.at(-1)!.type).toBe("close");
          expect(direct).toEqual(current);
          expect(direct).toEqual(older);
        },
      ),
      { numRuns: Math.ceil(inject("modelStories") / 100), seed: inject("modelSeed") },
    );
  });
});
