import { randomUUID } from "node:crypto";
import type { Delivery, Sandbox } from "@human-connect/sandbox";
import { describe, expect, it } from "vitest";
import type { HumanApiNotification } from "../../src/index.js";
import { createLogBook } from "../support/support.js";
import { codeOf, createGate, replay, sign, type Signed, startNotifying } from "./endpoint.js";

describe("a notification of the sandbox", () => {
  it.each(["connect", "disconnect"] as const)("of type %s is heard once, as it was sent", async (type) => {
    const { sandbox, heard } = await startNotifying();

    const delivery = await sandbox.sendNotification(type, "jane");

    expect(delivery).toMatchObject({ outcome: "delivered", status: 200 });
    expect(heard).toEqual([{ kind: "other", event: JSON.parse(delivery.body) }]);
  });

  it("comes by itself when somebody connects", async () => {
    const gate = createGate();
    const heard: HumanApiNotification[] = [];
    const { sandbox } = await startNotifying({
      onNotification(notification) {
        heard.push(notification);
        gate.open();
      },
    });

    sandbox.connectSource("jane");
    await gate.opened;

    expect(heard).toMatchObject([{ kind: "other", event: { type: "connect", clientUserId: "jane" } }]);
  });

  it.each(["orders.OrderSummaryUpdated", "integrations.VendorNoteCreated"] as const)(
    "of type %s is heard event by event, in order",
    async (type) => {
      const { sandbox, heard } = await startNotifying();

      const delivery = await sandbox.sendNotification(type, "jane", { eventIds: ["one", "two", "three"] });

      const events = JSON.parse(delivery.body) as { eventId: string }[];
      expect(delivery.status).toBe(200);
      expect(heard).toEqual(events.map((event) => ({ kind: "hip", event })));
      expect(events.map(({ eventId }) => eventId)).toEqual(["one", "two", "three"]);
    },
  );

  it("that is tampered with anywhere is refused, and heard by nobody", async () => {
    const { sandbox, heard, url } = await startNotifying();
    const { body, headers } = await sandbox.sendNotification("connect", "jane");
    const change = (name: string, value: string): Signed => ({ body, headers: { ...headers, [name]: value } });
    const digest = headers["x-humanapi-signature"]!;
    const other = digest.startsWith("0") ? "1" : "0";

    const codes = [];
    for (const message of [
      { body: body.replace("jane", "john"), headers },
      { body: `${body} `, headers },
      { body: "", headers },
      change("x-humanapi-timestamp", String(Number(headers["x-humanapi-timestamp"]) + 1)),
      change("x-humanapi-nonce", randomUUID()),
      change("x-humanapi-signature", other + digest.slice(1)),
      change("x-humanapi-signature", digest.slice(1)),
      change("x-humanapi-signature", Buffer.from(digest, "hex").toString("base64")),
      change("x-humanapi-signature", "zz".repeat(20)),
      sign(body, { secret: "another" }),
    ]) {
      const response = await replay(url, message);
      codes.push([response.status, await codeOf(response)]);
    }

    expect(codes).toEqual(Array.from({ length: 10 }, () => [401, "signature-invalid"]));
    expect(heard).toHaveLength(1);
  });

  it.each(["x-humanapi-signature", "x-humanapi-timestamp", "x-humanapi-nonce"])(
    "without %s is refused",
    async (name) => {
      const { sandbox, heard, url } = await startNotifying();
      const { body, headers } = await sandbox.sendNotification("connect", "jane");
      const { [name]: _, ...rest } = headers;

      const response = await replay(url, { body, headers: rest });

      expect([response.status, await codeOf(response)]).toEqual([401, "signature-missing"]);
      expect(heard).toHaveLength(1);
    },
  );

  it("that is sent again word for word is answered 200 and not heard again", async () => {
    const { sandbox, heard, url } = await startNotifying();
    const delivery = await sandbox.sendNotification("connect", "jane");

    const upper = delivery.headers["x-humanapi-signature"]!.toUpperCase();
    const responses = [
      await replay(url, delivery),
      await replay(url, { ...delivery, headers: { ...delivery.headers, "x-humanapi-signature": upper } }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(heard).toHaveLength(1);
  });

  it("that is signed anew for an event that was heard is a duplicate", async () => {
    const { records, onLog } = createLogBook();
    const { sandbox, heard } = await startNotifying({ onLog });
    const send = (eventIds: string[]): Promise<Delivery> =>
      sandbox.sendNotification("orders.OrderSummaryUpdated", "jane", { eventIds });

    await send(["one", "two"]);
    const again = await send(["two", "three", "one"]);

    expect(again.status).toBe(200);
    expect(heard.map(({ event }) => event["eventId" as keyof typeof event])).toEqual(["one", "two", "three"]);
    expect(records.at(-1)).toMatchObject({ event: "notification-answered", status: 200, events: 3, duplicates: 2 });
  });
});

it("an event of the platform has its fields", async () => {
  const types: string[] = [];
  const { sandbox }: { sandbox: Sandbox } = await startNotifying({
    onNotification(notification) {
      if (notification.kind === "hip") types.push(notification.event.eventType, notification.event.orderId);
    },
  });

  await sandbox.sendNotification("orders.OrderSummaryUpdated", "jane");

  expect(types).toEqual(["orders.OrderSummaryUpdated", "sandbox-order"]);
});
