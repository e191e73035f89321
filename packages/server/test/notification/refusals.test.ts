import { describe, expect, it } from "vitest";
import { createNotificationHandler, type NotificationHandlerOptions } from "../../src/index.js";
import { createLogBook } from "../support/support.js";
import { clientSecret, codeOf, replay, sign, signature, startEndpoint } from "./endpoint.js";

describe("what is no notification", () => {
  it.each<[string, RequestInit, number, string]>([
    ["GET", { method: "GET" }, 405, "method-not-allowed"],
    ["PUT", { method: "PUT", ...sign({}) }, 405, "method-not-allowed"],
    ["text", { method: "POST", ...sign("hello") }, 400, "body-malformed"],
    ["a number", { method: "POST", ...sign("5") }, 400, "body-malformed"],
    ["null", { method: "POST", ...sign("null") }, 400, "body-malformed"],
    ["a list of texts", { method: "POST", ...sign(["a"]) }, 400, "body-malformed"],
    ["a list of lists", { method: "POST", ...sign([[]]) }, 400, "body-malformed"],
    ["too long", { method: "POST", ...sign({ text: "x".repeat(200) }) }, 413, "body-too-large"],
    ["empty", { method: "POST" }, 401, "signature-missing"],
  ])("%s is answered %i", async (_, init, status, code) => {
    const { url, heard } = await startEndpoint({ maxBytes: 200 });

    const response = await fetch(url, init);

    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    if (status === 405) expect(response.headers.get("allow")).toBe("POST");
    expect(heard).toEqual([]);
  });

  it("an empty list is nothing to do", async () => {
    const { url, heard } = await startEndpoint();

    expect((await replay(url, sign([]))).status).toBe(200);
    expect(heard).toEqual([]);
  });

  it("an empty body is the sender's fault, not the host's", async () => {
    const { records, onLog } = createLogBook();
    const handle = createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog });

    const response = await handle(new Request("https://app.example.com/", { method: "POST", body: "" }));

    expect([response.status, await codeOf(response)]).toEqual([401, "signature-missing"]);
    expect(records.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("a body that somebody else has read is told to the host", async () => {
    const { records, onLog } = createLogBook();
    const handle = createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog });
    const request = new Request("https://app.example.com/", { method: "POST", ...sign({ eventId: "one" }) });
    await request.text();

    const response = await handle(request);

    expect([response.status, await codeOf(response)]).toEqual([500, "body-consumed"]);
    expect(records).toMatchObject([{ level: "error", code: "body-consumed" }]);
  });

  it("a waitUntil that throws is an answer, and in the log", async () => {
    const { events, onLog } = createLogBook();
    const { url } = await startEndpoint({
      onLog,
      waitUntil() {
        throw new Error("no context");
      },
    });

    expect((await replay(url, sign({ eventId: "one" }))).status).toBe(500);
    expect(events()).toContain("handler-failed");
  });
});

it.each<[string, object]>([
  ["clientSecret", { clientSecret: 7 }],
  ["onNotification", { onNotification: undefined }],
  ["signature", { signature: undefined }],
  ["signature", { signature: "none" }],
  ["signature", { signature: { ...signature, encoding: "utf8" } }],
  ["signature", { signature: { ...signature, nonce: undefined } }],
  ["signature", { signature: { ...signature, timestamp: { header: "" } } }],
  ["signature", { signature: { ...signature, timestamp: { cookie: "t" } } }],
  ["signature", { signature: { ...signature, timestamp: { header: "…" } } }],
  ["signature", { signature: { ...signature, nonce: { header: "X Nonce" } } }],
  ["signature.format", { signature: { ...signature, format: "rfc2822" } }],
  ["toleranceMs", { toleranceMs: 0 }],
  ["answerWithinMs", { answerWithinMs: 2.5 }],
  ["rememberMs", { rememberMs: Number.POSITIVE_INFINITY }],
  ["maxBytes", { maxBytes: -1 }],
])("an option %s that makes no sense is refused: %o", (name, options) => {
  const given = { clientSecret, signature, onNotification: () => {}, ...options } as NotificationHandlerOptions;

  expect(() => createNotificationHandler(given)).toThrow(TypeError);
  expect(() => createNotificationHandler(given)).toThrow(name);
});

it("tells nobody the secret when an option makes no sense", () => {
  const create = (): unknown =>
    createNotificationHandler({ clientSecret, signature: "none" as "unsigned", onNotification: () => {} });

  expect(create).toThrow(expect.not.objectContaining({ message: expect.stringContaining(clientSecret) }));
});
