import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNotificationHandler, createTokenHandler } from "../../src/index.js";
import { clientSecret, codeOf, sign, signature } from "../notification/endpoint.js";
import { createApi, startSandbox } from "../support/support.js";

const endpoints = {
  "the token endpoint": async () =>
    createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane", onLog: () => {} }),
  "the notification endpoint": () =>
    Promise.resolve(createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog: () => {} })),
};
const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request("https://app.example.com/", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
    duplex: "half",
  } as RequestInit);

describe.each(Object.entries(endpoints))("%s", (name, create) => {
  it("refuses a body that breaks off", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("ECONNRESET")) });

    const response = await (await create())(post(body));

    expect([response.status, await codeOf(response)]).toEqual([400, "body-incomplete"]);
  });

  it("takes a body that somebody else reads for one that was read", async () => {
    const { body, headers } = sign({ eventId: "e1" });
    const request = post(body, headers);
    request.body?.getReader();

    const response = await (await create())(request);

    expect(response.status).toBe(name.includes("token") ? 200 : 500);
    if (!response.ok) expect(await codeOf(response)).toBe("body-consumed");
  });

  describe("does not wait for ever", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it("for a body that never ends", async () => {
      vi.useRealTimers();
      const handle = await create();
      vi.useFakeTimers();
      const answered = handle(
        post(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) })),
      );

      await vi.advanceTimersByTimeAsync(10_000);

      const response = await answered;
      expect([response.status, await codeOf(response)]).toEqual([400, "body-incomplete"]);
    });
  });
});
