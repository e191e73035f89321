import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSandbox } from "../../src/index.js";
import type { NotificationOptions, Sandbox, SandboxOptions } from "../../src/index.js";
import { providers } from "../../src/world/providers.js";
import { startSandbox } from "../start-sandbox.js";

interface Endpoint {
  url: string;
  calls: { headers: IncomingMessage["headers"]; body: string }[];
}

async function startEndpoint(answer: (response: ServerResponse) => void = (response) => response.end()) {
  const calls: Endpoint["calls"] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`, calls } satisfies Endpoint;
}

const startNotifying = (
  { url }: Endpoint,
  options: Partial<NotificationOptions> = {},
  others: SandboxOptions = {},
): Promise<Sandbox> => startSandbox({ ...others, notifications: { url, ...options } });

const callPage = (sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${sandbox.url}/connect/api/connections${path}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.mintToken("jane")}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("a change of sources", () => {
  it("is told once each time, whoever makes it", async () => {
    const endpoint = await startEndpoint();
    const sandbox = await startNotifying(endpoint);
    const [first, second] = [providers[0]!, providers[1]!];

    sandbox.connectSource("jane", first.id);
    sandbox.connectSource("jane", first.id);
    await callPage(sandbox, "POST", "", { providerId: second.id });
    await callPage(sandbox, "DELETE", `/${first.id}`);
    await callPage(sandbox, "DELETE", `/${first.id}`);
    await vi.waitFor(() => expect(sandbox.deliveries).toHaveLength(3));

    const bodies = endpoint.calls.map(({ body }) => JSON.parse(body) as { type: string; source: unknown });
    expect(bodies).toHaveLength(3);
    expect(bodies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: "connect",
          clientUserId: "jane",
          source: { id: first.id, name: first.name },
        }),
        expect.objectContaining({ type: "connect", source: { id: second.id, name: second.name } }),
        expect.objectContaining({ type: "disconnect", source: { id: first.id, name: first.name } }),
      ]),
    );
    expect(sandbox.deliveries.map(({ outcome }) => outcome)).toEqual(["delivered", "delivered", "delivered"]);
  });

  it("waits for nobody, and closing hangs up on an endpoint that never answers", async () => {
    const endpoint = await startEndpoint(() => {});
    const sandbox = await createSandbox({ notifications: { url: endpoint.url } });

    sandbox.connectSource("jane");
    await vi.waitFor(() => expect(endpoint.calls).toHaveLength(1));
    await sandbox.close();

    await vi.waitFor(() => expect(sandbox.deliveries).toMatchObject([{ outcome: "failed", status: undefined }]));
  });
});

describe("a notification", () => {
  it.each([
    ["the client secret", undefined, "sandbox-client-secret"],
    ["a secret of its own", "another", "another"],
  ])("is signed with %s over body, timestamp and nonce", async (_, secret, key) => {
    const endpoint = await startEndpoint();
    const sandbox = await startNotifying(endpoint, { secret }, { now: () => 1_700_000_000_000 });

    await sandbox.sendNotification("connect", "jane");
    await sandbox.sendNotification("connect", "jane");

    const [first, second] = endpoint.calls as [Endpoint["calls"][number], Endpoint["calls"][number]];
    for (const { headers, body } of [first, second]) {
      const { "x-humanapi-timestamp": timestamp, "x-humanapi-nonce": nonce } = headers as Record<string, string>;
      expect(timestamp).toBe("1700000000000");
      const expected = createHmac("sha1", key).update(`${body}${timestamp}${nonce}`).digest("hex");
      expect(headers["x-humanapi-signature"]).toBe(expected);
    }
    expect(first.headers["x-humanapi-nonce"]).not.toBe(second.headers["x-humanapi-nonce"]);
  });

  it.each(["orders.OrderSummaryUpdated", "integrations.VendorNoteCreated"] as const)(
    "of type %s is an array of events with the documented fields",
    async (type) => {
      const endpoint = await startEndpoint();
      const sandbox = await startNotifying(endpoint);

      const delivery = await sandbox.sendNotification(type, "jane", { eventIds: ["one", "two"] });

      const events = JSON.parse(endpoint.calls[0]!.body) as Record<string, unknown>[];
      expect(delivery).toMatchObject({ outcome: "delivered", status: 200, body: endpoint.calls[0]!.body });
      expect(events.map((event) => event["eventId"])).toEqual(["one", "two"]);
      for (const event of events) {
        expect(Object.keys(event)).toEqual([
          "timestamp",
          "eventId",
          "eventType",
          "eventGroup",
          "orderId",
          "humanId",
          "clientId",
          "userId",
          "clientUserId",
          "clientData",
          "eventPayload",
        ]);
        expect(event).toMatchObject({ eventType: type, eventGroup: type.split(".")[0], clientUserId: "jane" });
      }
    },
  );

  it.each<[string, (response: ServerResponse) => void, number | undefined]>([
    ["refuses", (response) => void response.writeHead(500).end(), 500],
    ["answers something else than 200", (response) => void response.writeHead(204).end(), 204],
    ["sends elsewhere", (response) => void response.writeHead(307, { location: "/other" }).end(), 307],
    ["hangs up", (response) => void response.destroy(), undefined],
  ])("is dropped when the endpoint %s", async (_, answer, status) => {
    const endpoint = await startEndpoint(answer);
    const sandbox = await startNotifying(endpoint);

    const delivery = await sandbox.sendNotification("connect", "jane");

    expect(delivery).toMatchObject({ outcome: "failed", status });
    expect(endpoint.calls).toHaveLength(1);
  });

  it("is dropped when the endpoint takes too long", async () => {
    // The time is over when the endpoint has been asked: on a busy machine, a real 50 ms may be over before.
    const time = new AbortController();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(time.signal);
    onTestFinished(() => timeout.mockRestore());
    const endpoint = await startEndpoint(() => time.abort());
    const sandbox = await startNotifying(endpoint, { timeoutMs: 50 });

    const delivery = await sandbox.sendNotification("connect", "jane");

    expect(timeout).toHaveBeenCalledWith(50);
    expect(delivery).toMatchObject({ outcome: "failed", status: undefined });
    expect(endpoint.calls).toHaveLength(1);
  });

  it("is not sent any more after ten failures in a row, until the sandbox is reset", async () => {
    let status = 500;
    const endpoint = await startEndpoint((response) => response.writeHead(status).end());
    const sandbox = await startNotifying(endpoint);
    const send = async (times: number): Promise<string[]> => {
      const outcomes: string[] = [];
      for (let sent = 0; sent < times; sent++)
        outcomes.push((await sandbox.sendNotification("connect", "jane")).outcome);
      return outcomes;
    };

    await send(9);
    status = 200;
    const [recovered] = await send(1);
    status = 500;
    const failing = await send(11);
    status = 200;
    const [disabled] = await send(1);
    sandbox.reset();
    const [again] = await send(1);

    expect([recovered, failing.at(-2), failing.at(-1), disabled, again]).toEqual([
      "delivered",
      "failed",
      "disabled",
      "disabled",
      "delivered",
    ]);
    expect(endpoint.calls).toHaveLength(9 + 1 + 10 + 1);
    expect(sandbox.deliveries).toHaveLength(1);
  });

  it("needs an endpoint and a type that exists", async () => {
    const silent = await startSandbox();
    const sandbox = await startNotifying(await startEndpoint());

    silent.connectSource("jane");

    expect(silent.deliveries).toEqual([]);
    await expect(silent.sendNotification("connect", "jane")).rejects.toThrow(/notifications/);
    await expect(sandbox.sendNotification("other" as "connect", "jane")).rejects.toThrow(TypeError);
  });
});

it.each([
  [{ url: "ftp://localhost" }, "notifications.url"],
  [{ url: "localhost:80/path" }, "notifications.url"],
  [{ url: "http://localhost", secret: "" }, "notifications.secret"],
  [{ url: "http://localhost", timeoutMs: 0 }, "notifications.timeoutMs"],
])("a sandbox refuses to notify with %o", async (notifications, name) => {
  await expect(createSandbox({ notifications })).rejects.toThrow(name);
});
